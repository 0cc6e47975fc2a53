import type { PreviewIssue, PreviewReport } from './report.ts'
import './preview.css'

/** Shows, in development, what the check says of the page beside the page. */
export interface Overlay {
  /** Ask again: the page changed, or another one is shown. */
  refresh: () => void
}

/** Put the overlay on the page; `base` is the path the portal is served under. */
export function startOverlay(base: string): Overlay {
  const panel = document.createElement('details')
  panel.className = 'preview screen-only'
  panel.open = sessionStorage.getItem('preview') !== 'closed'
  panel.addEventListener('toggle', () =>
    sessionStorage.setItem('preview', panel.open ? 'open' : 'closed'),
  )
  document.body.append(panel)
  let asked = 0
  const refresh = async () => {
    const turn = ++asked
    const page = `/${location.pathname.slice(base.length)}`.replace(/\/$/, '/index.html')
    try {
      const answer = await fetch(`${base}__preview/issues?page=${encodeURIComponent(page)}`)
      // The development server answers in this very form.
      const report = (await answer.json()) as PreviewReport
      if (turn === asked) show(panel, report, base)
    } catch {
      // The server is starting again: the next save asks once more.
    }
  }
  void refresh()
  return { refresh: () => void refresh() }
}

function show(panel: HTMLElement, { file, absolute, status, issues }: PreviewReport, base: string) {
  panel.hidden = file === undefined
  panel.dataset.state = stateOf(issues)
  const summary = element('summary', '', [
    ...(status ? [element('b', 'preview__status', [status])] : []),
    countOf(issues),
  ])
  const items = issues.map((issue) => item(issue, absolute ?? '', base))
  const list = element('ol', 'preview__list', items)
  panel.replaceChildren(summary, element('p', 'preview__file', [file ?? '']), list)
}

function stateOf(issues: readonly PreviewIssue[]): string {
  if (issues.some(({ severity }) => severity === 'error')) return 'error'
  return issues.length > 0 ? 'warning' : 'clean'
}

function countOf(issues: readonly PreviewIssue[]): string {
  if (issues.length === 0) return '检查没有发现问题'
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return `${errors}个错误，${issues.length - errors}个提醒`
}

function item(issue: PreviewIssue, absolute: string, base: string): HTMLElement {
  const { line, column, severity, rule, message, hint, text } = issue
  const open = element('button', 'preview__line', [`第${line}行`])
  open.title = '在编辑器里打开'
  // Vite opens the editor that is running, at the place.
  open.addEventListener('click', () => {
    void fetch(`/__open-in-editor?file=${encodeURIComponent(`${absolute}:${line}:${column}`)}`)
  })
  const page = element('a', 'preview__rule', [rule])
  page.href = `${base}handbook/rules/${rule}.html`
  return element('li', `preview__item preview__item--${severity}`, [
    element('p', '', [open, element('b', '', [severity === 'error' ? '错误' : '提醒']), page]),
    ...(text ? [element('p', 'preview__text', [text])] : []),
    element('p', '', [message + hint]),
  ])
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  children: (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}
