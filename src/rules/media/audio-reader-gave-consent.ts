import { entryRule } from '../engine/rule.ts'

export const audioReaderGaveConsent = entryRule({
  id: 'audio-reader-gave-consent',
  summary: '朗读录音的人有自己的同意书编号。',
  severity: 'error',
  silenceable: false,
  *check({ entry }) {
    const { audio } = entry.data
    if (!audio || /\d/.test(audio.consent)) return
    yield {
      at: { field: ['audio', 'consent'] },
      message: `“${audio.reader}”的同意书编号“${audio.consent}”不是编号。`,
      hint: '写归档的同意书编号，例如 2026-013；还没有签的，先不放录音。',
    }
  },
})
