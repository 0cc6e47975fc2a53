/**
 * The characters of GB 2312, from the decoder every browser has. Browser-safe.
 *
 * The first 3,755 stand in order of pinyin, which makes them a compact order to write lists in; and
 * what is not among them is rarely simplified Chinese.
 */

const rows = 72
const cells = 94

/** All Han characters of GB 2312 in its order, with a few unassigned cells as U+FFFD. */
export function gb2312(): string {
  const bytes = Uint8Array.from({ length: rows * cells * 2 }, (_, i) =>
    i % 2 ? 0xa1 + ((i >> 1) % cells) : 0xb0 + Math.floor(i / (cells * 2)),
  )
  return new TextDecoder('gb2312').decode(bytes)
}
