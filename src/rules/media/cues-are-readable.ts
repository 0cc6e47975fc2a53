import { libraryRule } from '../engine/rule.ts'
import { readingWidth } from '../../content/captions.ts'
import { stamp, tracks } from '../reading/caption-tracks.ts'

/** Characters a second that Chinese viewers can follow. Source: Netflix Timed Text Style Guide, Simplified Chinese. */
const fastest = 9

export const cuesAreReadable = libraryRule({
  id: 'cues-are-readable',
  summary: `字幕停留得够久，每秒不超过 ${fastest} 个字。`,
  severity: 'warning',
  *check({ share }) {
    for (const { file, kind, cues } of share(tracks))
      for (const { start, end, lines, position } of kind === 'captions' ? cues : []) {
        const characters = lines.reduce((sum, { text }) => sum + readingWidth(text), 0)
        if (end <= start || characters <= (end - start) * fastest) continue
        const needed = start + Math.ceil((characters / fastest) * 10) / 10
        yield {
          file,
          at: { position },
          message: `这一条 ${Math.ceil(characters)} 个字只停 ${(end - start).toFixed(1)} 秒，读不完。`,
          hint: `停到 ${stamp(needed)}，或把话写短，或分成两条。`,
        }
      }
  },
})
