import { entryRule } from '../engine/rule.ts'

const seconds = 300

export const longVideoHasChapters = entryRule({
  id: 'long-video-has-chapters',
  summary: `超过 ${seconds / 60} 分钟的自有视频有章节。`,
  severity: 'warning',
  collections: ['videos'],
  *check({ entry }) {
    const { file, duration = 0, chapters } = entry.data
    if (!file || chapters || duration <= seconds) return
    yield {
      at: { field: 'duration' },
      message: `这部视频有 ${Math.round(duration / 60)} 分钟，没有章节，读者找不到要看的那一段。`,
      hint: '写一个章节文件（.vtt），在 chapters 写上它的路径。',
    }
  },
})
