const storageKey = 'chaotou:display'
const settings = ['size', 'theme', 'contrast', 'pointer'] as const

/**
 * Make the display settings work: every `[data-display]` button sets an attribute of `<html>`, and
 * what the reader chose is kept on this device. `boot.js` applies it before the first paint.
 */
export function startDisplay(page: Document = document): void {
  showChosen(page)
  page.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-display]') : null
    const name = button?.dataset.display
    if (button && name) choose(page, name, valueOf(page, button))
    else closePanels(page, event.target)
  })
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closePanels(page, null)
  })
}

function valueOf(page: Document, button: HTMLElement): string {
  const value = button.dataset.value ?? ''
  return 'toggle' in button.dataset && isChosen(page, button) ? '' : value
}

function choose(page: Document, name: string, value: string): void {
  const root = page.documentElement
  if (value) root.setAttribute(`data-${name}`, value)
  else root.removeAttribute(`data-${name}`)
  showChosen(page)
  const chosen = Object.fromEntries(
    settings.flatMap((setting) => {
      const current = root.getAttribute(`data-${setting}`)
      return current ? [[setting, current]] : []
    }),
  )
  try {
    localStorage.setItem(storageKey, JSON.stringify(chosen))
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}

function showChosen(page: Document): void {
  for (const button of page.querySelectorAll<HTMLElement>('[data-display]')) {
    button.setAttribute('aria-pressed', String(isChosen(page, button)))
  }
}

/** 大字 in the head of the page stands for both its steps. */
function isChosen(page: Document, { dataset }: HTMLElement): boolean {
  const current = page.documentElement.getAttribute(`data-${dataset.display}`) ?? ''
  const value = dataset.value ?? ''
  return current === value || ('toggle' in dataset && current.startsWith(`${value}-`))
}

/** Close an open panel when the reader turns elsewhere; after Esc the focus returns to its button. */
function closePanels(page: Document, target: EventTarget | null): void {
  for (const panel of page.querySelectorAll<HTMLDetailsElement>('.display[open]')) {
    if (target instanceof Node && panel.contains(target)) continue
    panel.open = false
    if (!target) panel.querySelector('summary')?.focus()
  }
}
