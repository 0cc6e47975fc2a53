import { copyText } from '../clipboard.ts'

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

/** Words as an element, which stands apart from its neighbours where engines know no gap. */
export function words(text: string): HTMLElement {
  const element = document.createElement('span')
  element.textContent = text
  return element
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

/** Put a text on the clipboard and say so. */
export async function copy(root: HTMLElement, text: string, done: string): Promise<void> {
  if ((await copyText(text, '长按复制')) === 'copied') say(root, done)
}
