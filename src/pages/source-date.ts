import type { Entry, Library } from '../content/library.ts'

/** When the latest of an entry's sources came out, as far as it is dated: `2021-09-13`, `2021`. */
export function sourceDate(library: Library, { data }: Entry): string | undefined {
  return data.sources
    .flatMap((id) => library.sources.get(id)?.data.published ?? [])
    .sort()
    .at(-1)
}
