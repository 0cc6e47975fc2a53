import { libraryRule } from '../engine/rule.ts'
import { stamp, tracks } from '../reading/caption-tracks.ts'

export const cuesDoNotOverlap = libraryRule({
  id: 'cues-do-not-overlap',
  summary: '前一条字幕消失以后，后一条才出现。',
  severity: 'error',
  *check({ share }) {
    for (const { file, cues } of share(tracks))
      for (const [index, { start, end, position }] of cues.entries()) {
        const before = cues[index - 1]
        if (!before || start >= before.end || start < before.start || end <= start) continue
        yield {
          file,
          at: { position },
          message: `这一条从 ${stamp(start)} 开始，前一条到 ${stamp(before.end)} 才结束，两条会叠在一起。`,
          hint: `把前一条的结束改成 ${stamp(start)} 或更早。`,
        }
      }
  },
})
