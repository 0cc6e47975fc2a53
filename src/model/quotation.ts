/** A text in quotation marks; those inside it become single ones. */
export function quoted(text: string): string {
  return `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”`
}
