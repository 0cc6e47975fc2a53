import { pageAddress, startPanel } from './panel.ts'

/**
 * What development adds to a built page: the check's panel, and a reload when the page is another one.
 * It stands at the end of the settings script, so that the document is the built one to the byte.
 */
const script = document.currentScript as HTMLScriptElement // a classic script of a page
const base = new URL('../', script.src).pathname

// Pages name the settings script once more in their body: `src/pages/document.ts`.
if (!document.body) addEventListener('DOMContentLoaded', begin)

function begin(): void {
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = `${base}__preview/panel.css`
  document.head.append(sheet)
  const panel = startPanel(base)
  const question = new URLSearchParams({ page: pageAddress(base), shown: shownHash() })
  const events = new EventSource(`${base}__preview/events?${question}`)
  events.addEventListener('changed', () => location.reload())
  events.addEventListener('checked', () => panel.refresh())
}

/** The hash under which the server sent this page. */
function shownHash(): string {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return visit?.serverTiming?.find(({ name }) => name === 'page')?.description ?? ''
}
