/** An element the page is known to have; a page without it is a fault of ours. */
export function find<Kind extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
): Kind {
  const found = root.querySelector<Kind>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}

export function findAll(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)]
}

/** A word to the reader that goes by itself. */
export function say(root: HTMLElement, message: string): void {
  root.querySelector('.toast--page')?.remove()
  const toast = document.createElement('p')
  toast.className = 'toast toast--page screen-only'
  toast.setAttribute('role', 'status')
  toast.textContent = message
  root.append(toast)
  setTimeout(() => toast.remove(), 6000)
}

/** Put a text on the clipboard; where that is not allowed, show it to be copied by hand. */
export async function copy(root: HTMLElement, text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    say(root, done)
  } catch {
    window.prompt('长按复制', text)
  }
}
