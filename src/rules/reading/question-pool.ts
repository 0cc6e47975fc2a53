import { isPublished } from '../../content/library.ts'
import type { EntryOf, Library } from '../../content/library.ts'
import { answerKey } from '../../model/training.ts'
import type { Question } from '../../model/training.ts'
import type { LibraryFinding } from '../engine/rule.ts'

/** A question of a published lesson, with its options and the places of the right ones. */
export interface PooledQuestion {
  lesson: EntryOf<'lessons'>
  /** Its place in the lesson's `quiz`, from 0. */
  index: number
  kind: Question['kind']
  options: readonly string[]
  right: readonly number[]
}

/** Every question that readers are asked, over all published lessons. */
export function questionPool(library: Library): PooledQuestion[] {
  return library.entries
    .filter((entry) => entry.collection === 'lessons' && isPublished(entry))
    .flatMap((entry) => {
      const lesson = entry as EntryOf<'lessons'>
      return lesson.data.quiz.map((question, index) => ({
        lesson,
        index,
        kind: question.kind,
        ...answerKey(question),
      }))
    })
}

/** A finding about the pool stands at one question that makes it so. */
export function poolFinding(
  { lesson, index }: PooledQuestion,
  { message, hint }: { message: string; hint: string },
): LibraryFinding {
  return { file: lesson.file, at: { field: ['quiz', index, 'question'] }, message, hint }
}

/**
 * How many of some choices agree by chance, and how far from that chance alone leads: the mean and the
 * standard deviation of a sum of independent events (a Poisson binomial distribution).
 */
export function expectedBy(chances: readonly number[]): { mean: number; deviation: number } {
  const mean = chances.reduce((sum, chance) => sum + chance, 0)
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0)
  return { mean, deviation: Math.sqrt(variance) }
}
