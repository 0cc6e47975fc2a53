import type { CitedFact, Library } from '../../../content/library.ts'
import type { Fact } from '../../../model/sources.ts'
import { claims, degreesIn, isBinding } from './degrees.ts'
import type { Degree, DegreeKind } from './degrees.ts'

/** What the wording of a page is held against: a fact's statement and its source's own words. */
export interface Reference {
  fact: Fact
  text: string
  /** Kinds of words of degree that it allows. */
  allows: ReadonlySet<DegreeKind>
  /** Words of degree without which a page claims something else. */
  binding: readonly Degree[]
  /** A prohibition: a sentence that only says what one may do turns it round. */
  forbids: boolean
  /** Whether it is a rule of law, where 可以 and 应当 are worlds apart. */
  isLaw: boolean
}

export type References = ReadonlyMap<string, Reference>

/** The references of every fact of a library, by id. */
export function references({ facts }: Library): References {
  return new Map([...facts].map(([id, cited]) => [id, referenceOf(cited)]))
}

function referenceOf({ fact, source }: CitedFact): Reference {
  const text = [fact.statement, ...fact.words].join('\n')
  const allows = new Set(degreesIn(text).map(({ kind }) => kind))
  // Laws say 可 for 可以, and what is done 同时 is done 同步.
  if (/可(?!能)/.test(text)) allows.add('may')
  if (text.includes('同时')) allows.add('together')
  return {
    fact,
    text,
    allows,
    binding: bindingOf(fact),
    forbids: /不得|禁止/.test(text),
    isLaw: source.kind !== 'report',
  }
}

/**
 * What binds is the source's own: a word of degree among the words, or one of the statement that
 * they bear out, as 将 does 打算. A statement's 共有 without words may be the editors'.
 */
function bindingOf({ statement, words }: Fact): Degree[] {
  const stated = degreesIn(statement).filter((one) => isBinding(one) && one.kind !== 'sum')
  if (words.length === 0) return stated
  const source = words.join('\n')
  const own = degreesIn(source).filter(isBinding)
  const borneOut = stated.filter(
    (one) => claims(source, one) && !own.some(({ kind }) => kind === one.kind),
  )
  return [...own, ...borneOut]
}

const body =
  /[\p{Script=Han}]{2,20}?(?:网信办|党委|工委|协会|联合会|联盟|局|部|公司|中心|街道|支部)/gu

/** Whether a text names the body that has a role in a fact: its last letters, 行业党委, suffice. */
export function namesTheBody(text: string, { fact }: Reference, { kind }: Degree): boolean {
  const role = degreesIn(fact.statement).find((one) => one.kind === kind)
  const before = fact.statement.slice(0, role?.from ?? 0)
  const [last] = [...before.matchAll(body)].slice(-1)
  return last !== undefined && text.includes(last[0].slice(-4))
}
