import { startEngine } from './engine.ts'
import { hasDialog } from './support.ts'
import type { OpenSearch } from './dialog.ts'
import { wordsHere } from './found-words.ts'
import { placeIn } from './place.ts'

/**
 * Every way into the search: links marked `data-search`, search forms, `/` and Ctrl-K or ⌘-K. Until
 * the reader shows an intent only this file is loaded; then the worker starts, and the dialog's code
 * is fetched beside it. Where there is no dialog, links and forms lead to the search's page.
 */
export function startSearch(page: Document = document): void {
  if (!hasDialog()) return
  let opening: Promise<OpenSearch | undefined> | undefined
  const prepare = () => (opening ??= here(page) ? undefined : load(listOf(page)))
  for (const intent of ['pointerover', 'focusin'])
    page.addEventListener(intent, ({ target }) => void (wayIn(target) && prepare()))
  const open: Open = async (words, from) => {
    const field = here(page)
    if (field) return field.focus()
    const show = await prepare()
    if (show) return show.open(words, from)
    opening = undefined
    location.assign(listOf(page) + (words ? `?q=${encodeURIComponent(words)}` : ''))
  }
  // VitePress's router in development listens on the window as well; this one comes first.
  window.addEventListener('click', (event) => clicked(event, open), { capture: true })
  page.addEventListener('submit', (event) => submitted(event, open))
  page.addEventListener('keydown', (event) => pressed(event, open))
  // Back from a result: the search is as it was left.
  window.addEventListener('pageshow', async () => {
    const place = placeIn(history.state)
    if (place?.dialog) (await prepare())?.resume(place)
  })
}

/** Marks what a search led to; the code is fetched where there is something to mark. */
export async function startFound(page: Document = document): Promise<void> {
  if (wordsHere().length === 0) return
  const { markFound } = await import('./found.ts')
  markFound(page)
}

type Open = (words?: string, from?: Element | null) => Promise<void>

async function load(list: string): Promise<OpenSearch | undefined> {
  const engine = startEngine()
  try {
    const { createSearch } = await import('./dialog.ts')
    return createSearch(engine, list)
  } catch {
    engine.worker.terminate()
    return undefined
  }
}

function wayIn(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[data-search], form[role="search"]') : null
}

function clicked(event: MouseEvent, open: Open): void {
  if (!wayIn(event.target)?.matches('[data-search]') || event.defaultPrevented) return
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void open(undefined, wayIn(event.target))
}

function submitted(event: SubmitEvent, open: Open): void {
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return
  if (!wayIn(event.target)) return
  event.preventDefault()
  void open(String(new FormData(event.target).get('q') ?? ''))
}

function pressed(event: KeyboardEvent, open: Open): void {
  const { key, ctrlKey, metaKey, altKey } = event
  const asks =
    key === '/' ? !ctrlKey && !metaKey : key.toLowerCase() === 'k' && (ctrlKey || metaKey)
  if (!asks || altKey || event.defaultPrevented || event.isComposing || isTyping(event)) return
  event.preventDefault()
  void open()
}

function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null)
  )
}

/** Address of the page that lists everything. */
function listOf(page: Document): string {
  return page.querySelector<HTMLAnchorElement>('a[data-search]')?.href ?? ''
}

/** The field of a page that is a search itself. */
function here(page: Document): HTMLElement | null {
  return page.querySelector('[data-search-here] [data-field]')
}
