/**
 * Put a text on the clipboard: `copied`. A WebView without one, or a page that is not encrypted, shows it
 * in a prompt under `promptTitle`, to be copied by hand: `shown`. An empty text is not offered: `nothing`.
 */
export async function copyText(
  text: string,
  promptTitle: string,
): Promise<'copied' | 'shown' | 'nothing'> {
  if (text === '') return 'nothing'
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    window.prompt(promptTitle, text)
    return 'shown'
  }
}
