/**
 * What the index knows of words: how to cut a query, what else means the same, where places lie.
 * Browser-safe.
 *
 * File: JSON as `Vocabulary`, everything folded.
 */

/** What whoever builds an index knows of words, in any spelling. */
export interface Lexicon {
  /** Names and words that mending never changes. */
  words: readonly string[]
  /** Groups of words that mean the same: 个保法 is 个人信息保护法. */
  same: readonly (readonly string[])[]
  /** Groups of words near enough that one who asks for one is content with the other. */
  near: readonly (readonly string[])[]
}

export interface Vocabulary extends Lexicon {
  /** Words of titles and names, to cut queries by. */
  cut: readonly string[]
  /** Places that entries lie in, in their short spelling: 浙江, 杭州. */
  places: readonly string[]
}

export const encodeVocabulary = (vocabulary: Vocabulary): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(vocabulary))

/** Throws SyntaxError on damaged bytes. */
export function decodeVocabulary(bytes: Uint8Array): Vocabulary {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  // The build wrote all of it or nothing; the file's name tells its bytes.
  return value as Vocabulary
}

/** The word of an entry's first piece that says it lies in a place. */
export const placeWord = (place: string): string => `@${place}`

const titlePlacePattern =
  /^[\u4e00-\u9fff]{1,8}?(?:[^城都集超股门夜]市|省|自治区|自治州|[^各]县|经济特区)/u

/** The place that a title begins with, as 浙江省 in 浙江省水污染防治条例; empty without one. */
export const placeOfTitle = (title: string): string => titlePlacePattern.exec(title)?.[0] ?? ''

/** A place as it is said: 浙江省 is 浙江, 内蒙古自治区 is 内蒙古. */
export function placeName(place: string): string {
  const short = place.replace(
    /(?:[壮回]族自治区|维吾尔自治区|特别行政区|自治区|自治州|省|市|县|区|盟)$/u,
    '',
  )
  return short.length < 2 ? place : short
}
