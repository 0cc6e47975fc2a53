import type { Entry, Library } from '../../../content/library.ts'
import { factsOf } from '../../../content/film-timeline.ts'
import { factsStated } from '../../../model/people.ts'
import { answerKey } from '../../../model/training.ts'
import type { Question } from '../../../model/training.ts'
import { citedFacts, waitsForReading } from '../figures/cited-figures.ts'
import { spanIn } from '../prose/passage.ts'
import type { ProsePassage } from '../prose/passage.ts'
import type { EntryContext, FindingPlace } from '../../engine/rule.ts'
import { references } from './fact-reference.ts'
import type { Reference } from './fact-reference.ts'
import { quotedIn, sentencesOf } from './sentences.ts'

/** A text of an entry and the facts it is held against. */
interface HeldText {
  text: string
  /** Ranges inside quotation marks, in `text`. */
  quoted: readonly (readonly [number, number])[]
  cited: readonly Reference[]
  /** Part of a quiz: its situations, and what people say in them, are made up. */
  isQuiz: boolean
  /** What messages call the facts: 事实 hz-f11. */
  source: string
  place: (from: number, to: number) => FindingPlace
}

/** Fields that speak for the page where its notes cannot be seen. */
const fields = new Set<string | number>([
  ...['title', 'short', 'summary', 'keys', 'intro', 'caption', 'highlight', 'drawing'],
  ...['role', 'honours', 'life', 'portrait'],
  ...['aim', 'questions', 'figures'],
])

/** Everything in an entry that states what facts say: sentences with marks, fields, measures, what a quiz calls true. */
export function heldTexts({ own }: EntryContext): readonly HeldText[] {
  return own(readHeldTexts)
}

/** Whether a text stands for the page itself, not for people in a made-up situation. */
export function isStated({ isQuiz }: HeldText): boolean {
  return !isQuiz
}

function readHeldTexts(context: EntryContext): HeldText[] {
  return [...heldSentences(context), ...heldFields(context)]
}

function heldSentences(context: EntryContext): HeldText[] {
  const known = context.share(references)
  return sentencesOf(context).flatMap((sentence) => {
    const { passage, from, text, facts } = sentence
    const cited = facts.flatMap((id) => known.get(id) ?? [])
    if (cited.length === 0) return []
    const source = `事实 ${facts.join('、')} `
    const place = (start: number, end: number): FindingPlace => ({
      span: spanIn(passage, from + start, from + end),
    })
    return { text, quoted: quotedIn(sentence), cited, isQuiz: false, source, place }
  })
}

function heldFields({ entry, library, prose, share }: EntryContext): HeldText[] {
  if (waitsForReading(entry, library)) return []
  const known = share(references)
  const all = () => [...citedFacts([entry]), ...factsShown(entry, library)]
  return prose(entry).flatMap((passage) => {
    if (passage.kind !== 'field') return []
    const [root = '', index, part, option] = passage.field ?? []
    const question =
      root === 'quiz' && entry.collection === 'lessons' ? entry.data.quiz[Number(index)] : undefined
    const measure =
      root === 'measures' && entry.collection === 'cases'
        ? entry.data.measures[Number(index)]
        : undefined
    const isStated = question
      ? isTrue(question, part, option)
      : measure !== undefined || (entry.collection !== 'lessons' && fields.has(root))
    if (!isStated) return []
    const own = (question ?? measure)?.cites ?? ownFacts(entry, root, index)
    const facts = own.length > 0 ? own : all()
    const cited = facts.flatMap((id) => known.get(id) ?? [])
    const source = own.length > 0 ? `事实 ${facts.join('、')} ` : '正文引用的事实'
    const about = { cited, source, isQuiz: question !== undefined }
    return cited.length > 0 ? held(passage, about) : []
  })
}

/** Facts that a field of a person cites for itself. */
function ownFacts(entry: Entry, root: string | number, index: unknown): string[] {
  if (entry.collection !== 'people') return []
  return factsStated(entry.data).flatMap(({ fact, path }) =>
    path[0] === root && (path.length === 3 || path[1] === index) ? fact : [],
  )
}

/** Facts of the film that a video shows. */
function factsShown({ collection, slug }: Entry, { storyboards }: Library): string[] {
  const storyboard = collection === 'videos' ? storyboards.get(slug) : undefined
  return storyboard ? factsOf(storyboard.data) : []
}

function held(
  passage: ProsePassage,
  about: Pick<HeldText, 'cited' | 'source' | 'isQuiz'>,
): HeldText {
  const place = (from: number, to: number): FindingPlace => ({ span: spanIn(passage, from, to) })
  return { text: passage.text, quoted: passage.quoted, place, ...about }
}

/** Wrong options and statements judged false say wrong things on purpose. */
function isTrue(question: Question, part: unknown, option: unknown): boolean {
  const { right } = answerKey(question)
  if (part === 'options') return question.kind !== 'judge' && right.includes(Number(option))
  return part === 'question' && question.kind === 'judge' && right[0] === 0
}
