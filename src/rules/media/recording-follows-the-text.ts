import type { Entry } from '../../content/library.ts'
import { alignedWith } from '../../speech/alignment.ts'
import { cueText } from '../../content/captions.ts'
import { libraryRule } from '../engine/rule.ts'
import { tracks } from '../reading/caption-tracks.ts'

export const recordingFollowsTheText = libraryRule({
  id: 'recording-follows-the-text',
  summary: '朗读录音逐句的时间，每一句都在这一篇的文字里，次序相同。',
  severity: 'warning',
  *check({ share }) {
    for (const { file, kind, entry, cues } of share(tracks)) {
      if (kind !== 'sentences' || !entry) continue
      const places = alignedWith(textsOf(entry), cues.map(cueText))
      for (const [index, { position }] of cues.entries())
        if (places[index] === undefined)
          yield {
            file,
            at: { position },
            message: '这一句在文字里找不到，读到这里，页面标不出读到哪里。',
            hint: '照正文的字写（数字也照正文），次序照正文；正文改过的，录音要重录。',
          }
    }
  },
})

/** Tokens of a paragraph whose words are read. */
const said = new Set(['text', 'figure', 'code_inline'])

/** What readers are read: the title, the summary, then the paragraphs. */
function textsOf({ data, body }: Entry): string[] {
  const paragraphs = body.tokens.flatMap(({ type, children }) =>
    type === 'inline'
      ? (children ?? []).map((child) => (said.has(child.type) ? child.content : '')).join('')
      : [],
  )
  return [data.title, data.summary, ...paragraphs]
}
