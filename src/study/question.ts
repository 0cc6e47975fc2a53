import { checksum } from '../formats/checksum.ts'
import { generator } from './seeded.ts'

/** What an answer is remembered under: it changes when the question's words do, for then it is another. */
export function questionKey(question: string): string {
  return checksum(question.replace(/\s+/g, ''))
}

/** The numbers 0 to count - 1 in an order that depends on the seed alone: Fisher and Yates's shuffle. */
export function shuffled(count: number, seed: string): number[] {
  const next = generator(seed)
  const order = Array.from({ length: count }, (_, index) => index)
  for (let place = count - 1; place > 0; place -= 1) {
    const other = Math.floor(next() * (place + 1))
    const [kept = 0, moved = 0] = [order[place], order[other]]
    order[place] = moved
    order[other] = kept
  }
  return order
}
