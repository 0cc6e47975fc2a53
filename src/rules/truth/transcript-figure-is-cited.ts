import type { Cue } from '../../content/captions.ts'
import type { EntryOf } from '../../content/library.ts'
import { supportById, supportFor } from '../reading/figures/claims.ts'
import { citedFacts } from '../reading/figures/cited-figures.ts'
import { statedFigures } from '../reading/figures/fact-support.ts'
import { verdictOn } from '../reading/figures/figure-verdict.ts'
import { libraryRule } from '../engine/rule.ts'
import { tracks } from '../reading/caption-tracks.ts'

export const transcriptFigureIsCited = libraryRule({
  id: 'transcript-figure-is-cited',
  summary: '字幕里的数字有事实支持，“余”“约”不多也不少。',
  severity: 'error',
  *check({ share }) {
    const known = share(supportById)
    for (const { file, kind, cues, entry } of share(tracks)) {
      if (kind !== 'captions' || entry?.collection !== 'videos') continue
      for (const cue of cues) {
        const facts = factsBehind(cue, entry)
        const support = supportFor(facts, known)
        for (const figure of statedFigures(textOf(cue))) {
          if (!figure.strong || figure.qualifier === 'rhetorical') continue
          const verdict = support && verdictOn(figure, support)
          if (verdict?.kind === 'agrees') continue
          const said = verdict?.known ? `，事实里是“${verdict.known.text}”` : ''
          yield {
            file,
            at: { position: cue.lines[0]?.position ?? cue.position },
            message: `字幕里的“${figure.text}”没有事实支持${said}。`,
            hint: '在这一条的时间上面一行写事实编号，例如 hz-f11；来源里没有这个数的，改字幕。',
          }
        }
      }
    }
  },
})

/** The facts a cue's identifier names; without any, those the video's text cites. */
function factsBehind({ id }: Cue, video: EntryOf<'videos'> & { collection: 'videos' }): string[] {
  const named = id.split(' ').filter((word) => /^[a-z0-9]+-f\d+$/.test(word))
  return named.length > 0 ? named : [...citedFacts([video])]
}

function textOf({ lines }: Cue): string {
  return lines.map(({ text }) => text).join('')
}
