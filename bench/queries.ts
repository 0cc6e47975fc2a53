/** Draws queries of every class from the corpus itself; truth is plain string search. */
import { Converter } from 'opencc-js/cn2t'
import { Converter as Reverter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import type { CorpusDocument } from './corpus.ts'
import { createRandom, type Random } from './random.ts'

export const queryClasses = [
  '正文子串',
  '跨词子串',
  '标题子串',
  '中西混排',
  '两个词',
  '同音错字',
  '随机错字',
  '全拼',
  '首字母',
  '繁体',
] as const
export type QueryClass = (typeof queryClasses)[number]

export interface Query {
  class: QueryClass
  typed: string
  /** Ids of the documents that answer it. */
  truth: string[]
}

interface Haystacks {
  documents: CorpusDocument[]
  full: string[]
  titles: string[]
}

const toSimplified = Reverter({ from: 't', to: 'cn' })
/** What a reader takes for the same: width, case, and Traditional or Simplified characters. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u4e00-\u9fff]/gu, (char) => simplified.get(char) ?? char)
const simplified = new Map(
  Array.from({ length: 0x5200 }, (_, i) => String.fromCharCode(0x4e00 + i))
    .map((char): [string, string] => [char, toSimplified(char)])
    .filter(([char, other]) => char !== other && other.length === 1),
)
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const han = /^[\u4e00-\u9fff]+$/u
const syllables = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true })

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text.slice(0, 4000)), ({ segment }) => segment)
}

/** A run of whole words of `min` to `max` Han characters. */
function wholeWords(text: string, random: Random, min: number, max: number): string | undefined {
  const words = wordsOf(text)
  let run = ''
  for (let i = random.below(Math.max(1, words.length)); i < words.length; i++) {
    const word = words[i] ?? ''
    if (!han.test(word) || run.length + word.length > max) {
      if (run.length >= min) return run
      run = han.test(word) && word.length <= max ? word : ''
    } else run += word
    if (run.length >= min && random.below(2)) return run
  }
  return undefined
}

/** A run of Han that begins and ends inside words. */
function acrossWords(text: string, random: Random): string | undefined {
  const words = wordsOf(text)
  const at = random.below(Math.max(1, words.length - 2))
  const [a = '', b = '', c = ''] = words.slice(at, at + 3)
  if (![a, b, c].every((word) => han.test(word)) || a.length < 2 || c.length < 2) return undefined
  const crossing = a.slice(1) + b + c.slice(0, 1)
  return crossing.length <= 6 ? crossing : undefined
}

function mixed(text: string, random: Random): string | undefined {
  const runs = [...plain(text).matchAll(/[\u4e00-\u9fff]{1,3}[a-z0-9]{1,8}[\u4e00-\u9fff]{1,3}/gu)]
  return runs.length ? random.pick(runs)[0] : undefined
}

function homophone(
  text: string,
  random: Random,
  characters: Map<string, string[]>,
): string | undefined {
  const at = random.below(text.length)
  const char = text.charAt(at)
  const others = (characters.get(syllables(char)[0] ?? '') ?? []).filter((c) => c !== char)
  return others.length ? text.slice(0, at) + random.pick(others) + text.slice(at + 1) : undefined
}

/** Common characters of the corpus by syllable. */
function commonCharacters(documents: CorpusDocument[]): Map<string, string[]> {
  const counts = new Map<string, number>()
  for (const { text } of documents.slice(0, 400))
    for (const char of text) if (han.test(char)) counts.set(char, (counts.get(char) ?? 0) + 1)
  const bySyllable = new Map<string, string[]>()
  const common = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 2000)
  for (const [char] of common) {
    const syllable = syllables(char)[0] ?? ''
    bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), char])
  }
  return bySyllable
}

type Draw = (
  document: CorpusDocument,
) => { typed: string; all: string[]; title?: boolean } | undefined

function drawers(
  documents: CorpusDocument[],
  random: Random,
  haystacks: Haystacks,
): Record<QueryClass, Draw> {
  const characters = commonCharacters(documents)
  const anyCharacter = [...characters.values()].flat()
  const toTraditional = Converter({ from: 'cn', to: 't' })
  const source = ({ title, text }: CorpusDocument): string => (random.below(2) ? title : text)
  const exists = (text: string): boolean => haystacks.full.some((full) => full.includes(text))
  const one = (text: string | undefined, typed = text): ReturnType<Draw> =>
    text && typed ? { typed, all: [text] } : undefined
  const slip = (text: string | undefined, typed: string | undefined): ReturnType<Draw> =>
    text && typed && typed !== text && !exists(plain(typed)) ? one(text, typed) : undefined
  return {
    正文子串: ({ text }) => one(wholeWords(text, random, 2, 6)),
    跨词子串: ({ text }) => one(acrossWords(text, random)),
    标题子串: ({ title }) => one(wholeWords(title, random, 2, 6)),
    中西混排: ({ text }) => one(mixed(text, random)),
    两个词: ({ text }) => {
      const [a, b] = [wholeWords(text, random, 2, 4), wholeWords(text, random, 2, 4)]
      return a && b && !a.includes(b) && !b.includes(a)
        ? { typed: `${a} ${b}`, all: [a, b] }
        : undefined
    },
    同音错字: (document) => {
      const text = wholeWords(source(document), random, 3, 6)
      return slip(text, text && homophone(text, random, characters))
    },
    随机错字: (document) => {
      const text = wholeWords(source(document), random, 3, 6)
      const at = random.below(text?.length ?? 1)
      return slip(text, text && text.slice(0, at) + random.pick(anyCharacter) + text.slice(at + 1))
    },
    全拼: ({ title }) => {
      const text = wholeWords(title, random, 3, 6)
      const typed = text && syllables(text).join(random.below(3) ? '' : ' ')
      return text && typed ? { typed, all: [text], title: true } : undefined
    },
    首字母: ({ title }) => {
      const text = wholeWords(title, random, 3, 6)
      const typed =
        text &&
        syllables(text)
          .map((s) => s.charAt(0))
          .join('')
      return text && typed ? { typed, all: [text], title: true } : undefined
    },
    繁体: ({ text }) => {
      const chosen = wholeWords(text, random, 2, 6)
      const typed = chosen && toTraditional(chosen)
      return typed === chosen ? undefined : one(chosen, typed)
    },
  }
}

function truthOf(all: string[], title: boolean, { documents, full, titles }: Haystacks): string[] {
  const texts = title ? titles : full
  const needles = all.map(plain)
  return documents
    .filter((_, i) => needles.every((needle) => texts[i]?.includes(needle)))
    .map(({ id }) => id)
}

/** `perClass` queries of each class that the corpus has. */
export function drawQueries(documents: CorpusDocument[], perClass: number, seed: number): Query[] {
  const titles = documents.map(({ title }) => plain(title))
  const full = documents.map(({ title, text }) => plain(`${title}\n${text}`))
  const haystacks = { documents, full, titles }
  const random = createRandom(seed)
  const draws = drawers(documents, random, haystacks)
  return queryClasses.flatMap((name) => {
    const queries: Query[] = []
    for (let tries = 0; queries.length < perClass && tries < perClass * 60; tries++) {
      const drawn = draws[name](random.pick(documents))
      if (!drawn || queries.some(({ typed }) => typed === drawn.typed)) continue
      const truth = truthOf(drawn.all, drawn.title ?? false, haystacks)
      if (truth.length) queries.push({ class: name, typed: drawn.typed, truth })
    }
    return queries
  })
}
