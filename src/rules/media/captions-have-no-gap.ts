import { libraryRule } from '../engine/rule.ts'
import { stamp, tracks } from '../reading/caption-tracks.ts'

/** Seconds without captions after which a viewer who cannot hear wonders. */
const longest = 8

export const captionsHaveNoGap = libraryRule({
  id: 'captions-have-no-gap',
  summary: `字幕之间的空白不超过 ${longest} 秒，没有人说话的地方也写明。`,
  severity: 'warning',
  *check({ share }) {
    for (const { file, kind, cues, duration = 0 } of share(tracks)) {
      let spoken = 0
      for (const { start, end, position } of kind === 'captions' ? cues : []) {
        if (start - spoken > longest)
          yield {
            file,
            at: { position },
            message: `这一条前面有 ${Math.round(start - spoken)} 秒没有字幕（从 ${stamp(spoken)} 起）。`,
            hint: '漏了的补上；没有人说话的，写一条说明，例如“[音乐]”“[现场画面]”。',
          }
        spoken = Math.max(spoken, end)
      }
      const rest = duration - spoken
      const last = cues.at(-1)
      if (kind === 'captions' && last && rest > longest)
        yield {
          file,
          at: { position: last.position },
          message: `最后一条以后还有 ${Math.round(rest)} 秒没有字幕（从 ${stamp(spoken)} 起）。`,
          hint: '漏了的补上；没有人说话的，写一条说明，例如“[片尾]”。',
        }
    }
  },
})
