import type { StoryboardRecord } from '../../content/read-storyboard.ts'
import { factsIn } from '../../model/storyboards.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryFinding } from '../engine/rule.ts'
import { claims, degreesIn, isRole } from '../reading/wording/degrees.ts'
import { references } from '../reading/wording/fact-reference.ts'
import type { References } from '../reading/wording/fact-reference.ts'

export const filmKeepsTheSourcesWords = libraryRule({
  id: 'film-keeps-the-sources-words',
  summary: '短片的画面和字幕，不添也不丢来源的“全部”“首个”“先后”“统筹”一类的词。',
  severity: 'error',
  *check({ library, share }) {
    const known = share(references)
    for (const record of library.storyboards.values()) yield* faultsIn(record, known)
  },
})

function* faultsIn(record: StoryboardRecord, known: References): Generator<LibraryFinding> {
  const { file, locate } = record
  const shots = textsIn(record)
  for (const { text, facts, path } of shots) {
    const cited = facts.flatMap((id) => known.get(id) ?? [])
    if (cited.length === 0) continue
    const at = { position: locate(path) }
    const hint = '照来源写；改完运行 npm run films 重做，看过画面再提交。'
    for (const { kind, word } of degreesIn(text))
      if (kind !== 'may' && !cited.some(({ allows }) => allows.has(kind)))
        yield { file, at, hint, message: `这个镜头的“${word}”不在事实 ${facts.join('、')} 里。` }
    for (const { fact, binding } of cited) {
      const told = shots.filter((shot) => shot.facts.includes(fact.id))
      if (told[0]?.path !== path) continue
      const all = told.map((shot) => shot.text).join('\n')
      for (const claim of binding)
        if (!isRole(claim) && !claims(all, claim))
          yield { file, at, hint, message: `短片用事实 ${fact.id}，少了来源的“${claim.word}”。` }
    }
  }
}

interface ShownText {
  /** Everything a shot shows and says. */
  text: string
  facts: readonly string[]
  path: (string | number)[]
}

function textsIn({ data }: StoryboardRecord): ShownText[] {
  return data.chapters.flatMap(({ shots }, chapter) =>
    shots.map((shot, index) => ({
      text: JSON.stringify(shot),
      facts: factsIn(shot),
      path: ['chapters', chapter, 'shots', index],
    })),
  )
}
