/** Makes the shards and texts of an index, reading all segments a few times. Build time. */
import type { GramFamily } from '../format/grams.ts'
import {
  families,
  type GroupFiles,
  type IndexState,
  type IndexPlan,
  type StaleFiles,
} from './stale-files.ts'
import { codedFamilies, hashOfCode, visitRows, type CodedFamily } from './gram-rows.ts'
import { HashedPostings, postingOf, WordPostings, type FileGroup } from './shards.ts'
import { textGroup, textGroupSize } from './text-groups.ts'
import { wordsIn } from './piece-words.ts'

/** A file of the index; without bytes it is as it was in the last index. */
export interface IndexFile {
  name: string
  bytes?: Uint8Array
}

/** Postings that are held at a time, at eight bytes and while they are sorted at sixteen. */
const postingsAtATime = 1_500_000
/** Reading everything again takes time as well. */
const maxPasses = 8

type Groups = Pick<IndexState, 'shards' | 'texts'>

/** Yields the files of every shard and group of texts. */
export function* buildGroups(
  plan: IndexPlan,
  stale: StaleFiles,
  previous?: Groups,
): Generator<IndexFile, Groups> {
  const built: Groups = {
    shards: { g: [], u: [], p: [], w: [] },
    texts: [],
  }
  const wanted = Math.ceil((plan.postings.g * shareOf(stale.shards.g)) / postingsAtATime)
  const passes = Math.max(1, Math.min(maxPasses, wanted))
  for (let pass = 0; pass < passes; pass++) {
    const part = partOf(stale, pass, passes)
    for (const [kind, index, { hash, files }] of groupsOf(plan, part)) {
      const list = kind === 't' ? built.texts : built.shards[kind]
      list[index] = { hash, files: files.map(({ name }) => name) }
      yield* files
    }
  }
  for (const family of families)
    yield* reusedFiles(stale.shards[family], built.shards[family], previous?.shards[family])
  yield* reusedFiles(stale.texts, built.texts, previous?.texts)
  return built
}

/** Takes what is not stale from the last index. */
function* reusedFiles(
  stale: Uint8Array,
  built: GroupFiles[],
  previous: readonly GroupFiles[] = [],
): Generator<IndexFile> {
  for (const [index, isStale] of stale.entries()) {
    const reused = previous[index]
    if (isStale || !reused) continue
    built[index] = reused
    for (const name of reused.files) yield { name }
  }
}

const shareOf = (marks: Uint8Array): number =>
  marks.reduce((sum, mark) => sum + mark, 0) / Math.max(1, marks.length)

/** What one pass of several makes: its share of each kind. */
function partOf({ shards, texts }: StaleFiles, pass: number, passes: number): StaleFiles {
  const part = (marks: Uint8Array): Uint8Array =>
    marks.map((mark, index) => (Math.floor((index * passes) / marks.length) === pass ? mark : 0))
  const { g, u, p, w } = shards
  return { shards: { g: part(g), u: part(u), p: part(p), w: part(w) }, texts: part(texts) }
}

/** Postings and texts of the files wanted, sorted by the group that they are for. */
interface Gathered {
  hashed: readonly { family: CodedFamily; postings: HashedPostings }[]
  words: WordPostings
  texts: readonly [id: number, bytes: Uint8Array][][]
}

/** Reads every segment once. */
function gather(
  { segments, layout, postings, shapes }: IndexPlan,
  { shards, texts: wanted }: StaleFiles,
): Gathered {
  const hashed = codedFamilies.map((family) => {
    const expected = Math.ceil(postings[family] * shareOf(shards[family]) * 1.1)
    return { family, postings: new HashedPostings(shapes[family], shards[family], expected) }
  })
  const words = new WordPostings(shapes.w, shards.w)
  const groupSize = textGroupSize(layout.space)
  const texts = Array.from(wanted, (): [number, Uint8Array][] => [])
  for (let index = 0; index < segments.count; index++) {
    const segment = segments.read(index)
    const ids = layout.idsOf(index)
    for (const { family, postings: list } of hashed)
      visitRows(segment.rows[family], [0, ids.length], (code, piece, impact) => {
        list.add(hashOfCode[family](code), postingOf(ids[piece] ?? 0, impact))
      })
    ids.forEach((id, piece) => {
      for (const [word, impact] of wordsIn(segment.words[piece] ?? ''))
        words.add(word, postingOf(id, impact))
      const group = Math.floor(id / groupSize)
      const text = segment.texts[piece]
      if (text && wanted[group]) texts[group]?.push([id, text])
    })
  }
  return { hashed, words, texts }
}

function* groupsOf(
  plan: IndexPlan,
  wanted: StaleFiles,
): Generator<[kind: GramFamily | 't', index: number, group: FileGroup]> {
  const { hashed, words, texts } = gather(plan, wanted)
  for (const { family, postings } of hashed)
    for (const [index, shard] of postings.shards(family)) yield [family, index, shard]
  for (const [index, shard] of words.shards()) yield ['w', index, shard]
  for (const [index, isWanted] of wanted.texts.entries())
    if (isWanted) yield ['t', index, textGroup(texts[index] ?? [])]
}
