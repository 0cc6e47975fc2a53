/** The label of a citation as it was meant: half-width, lower-case, with plain hyphens. */
export function citationLabel(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/\s/g, '')
}
