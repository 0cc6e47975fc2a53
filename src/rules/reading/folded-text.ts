/** A text without what does not tell two options or questions apart: white space and full stops. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s。.，,；;！!？?]+/g, '')
}
