/**
 * Put a text on the clipboard. A WebView without one, or a page that is not encrypted, shows it to be
 * copied by hand; an empty text is never offered.
 */
export async function copyText(text: string, ask: string): Promise<'copied' | 'shown' | 'nothing'> {
  if (text === '') return 'nothing'
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    window.prompt(ask, text)
    return 'shown'
  }
}
