import { lineStart } from '../../content/positions.ts'
import { isPublished } from '../../content/library.ts'
import type { Entry, Library } from '../../content/library.ts'
import type { CollectionName } from '../../model/index.ts'
import { entryRule } from '../engine/rule.ts'
import type { EntryContext } from '../engine/rule.ts'
import { spanIn } from '../reading/prose/passage.ts'
import type { ProsePassage } from '../reading/prose/passage.ts'

/** A shorter one may be said again: a date line, a call to read on. */
const shortest = 30
/** One sentence may be the same elsewhere, when it states the same fact. */
const shortestElsewhere = 60
/** Collections that tell of one thing each; lessons and packs share set passages. */
const read = new Set<CollectionName>(['cases', 'people', 'organizations'])

export const paragraphStandsOnce = entryRule({
  id: 'paragraph-stands-once',
  summary: '同一段话不粘贴两遍，也不照搬到另一篇里。',
  severity: 'warning',
  *check(context) {
    const seen = new Set<string>()
    for (const { passage, words } of paragraphsOf(context)) {
      const twice = seen.has(words)
      seen.add(words)
      const elsewhere = twice ? undefined : firstPlace(context, words)
      if (!twice && elsewhere === undefined) continue
      yield {
        at: { span: spanIn(passage, 0, passage.text.length) },
        message: twice
          ? '这一段和上面的一段一模一样，像是粘贴了两遍。'
          : `这一段和 ${elsewhere} 里的一段一模一样。`,
        hint: twice ? '删去多的一段。' : '换成这一篇自己的话，或者链接到那一篇。',
      }
    }
  },
})

interface Paragraph {
  passage: ProsePassage
  words: string
}

function paragraphsOf({ entry, prose }: EntryContext): Paragraph[] {
  return prose(entry)
    .filter(({ kind, inQuote }) => kind === 'paragraph' && !inQuote)
    .map((passage) => ({ passage, words: passage.text.replace(/\s/g, '') }))
    .filter(({ words }) => words.length >= shortest)
}

/** The file of an earlier published entry with the same paragraph. */
function firstPlace({ entry, share }: EntryContext, words: string): string | undefined {
  if (!read.has(entry.collection) || words.length < shortestElsewhere) return undefined
  const file = share(firstFiles).get(words)
  return file === entry.file ? undefined : file
}

/** The first published entry in which each paragraph stands, by the raw line: marks stand in it too. */
function firstFiles({ entries }: Library): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const entry of entries) {
    if (!read.has(entry.collection) || !isPublished(entry)) continue
    for (const words of linesOf(entry)) if (!first.has(words)) first.set(words, entry.file)
  }
  return first
}

/** Paragraphs as a rough reading has them: lines without citations and emphasis. */
function linesOf({ text, bodyLine }: Entry): string[] {
  return text
    .slice(lineStart(text, bodyLine))
    .split('\n')
    .map((line) => line.replace(/\[\^?[^\]]*\]|[*\s]/g, ''))
    .filter((line) => line.length >= shortestElsewhere)
}
