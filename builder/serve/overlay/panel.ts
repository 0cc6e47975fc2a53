import type { PreviewIssue, PreviewReport } from './report.ts'

/** Shows what the check says of the page beside the page. */
interface Panel {
  /** Ask again: the content changed. */
  refresh: () => void
}

/** The page's address without the base: `/cases/hangzhou.html`. */
export function pageAddress(base: string): string {
  return `/${location.pathname.slice(base.length)}`.replace(/\/$/, '/index.html')
}

/** Put the panel on the page; `base` is the path the portal is served under. */
export function startPanel(base: string): Panel {
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
    const page = pageAddress(base)
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

function show(panel: HTMLElement, report: PreviewReport, base: string) {
  const { file, status, issues, elsewhere, gone } = report
  panel.hidden = file === undefined && elsewhere.length === 0 && !gone
  panel.dataset.state = gone ? 'error' : stateOf([...issues, ...elsewhere])
  const summary = element('summary', '', [
    ...(status ? [element('b', 'preview__status', [status])] : []),
    gone ? '这一页没有了' : countOf([...issues, ...elsewhere]),
  ])
  panel.replaceChildren(
    summary,
    ...(gone ? [goneNote(gone, base)] : []),
    ...(file ? [element('p', 'preview__file', [file]), listOf(issues, base)] : []),
    ...(elsewhere.length > 0 ? [heading(), listOf(elsewhere, base, true)] : []),
  )
}

const heading = () => element('p', 'preview__elsewhere', ['不在某一页上的问题'])

const listOf = (issues: readonly PreviewIssue[], base: string, named = false) =>
  element(
    'ol',
    'preview__list',
    issues.map((issue) => item(issue, base, named)),
  )

/** The page stands there as it was; its file does not. */
function goneNote({ now }: NonNullable<PreviewReport['gone']>, base: string): HTMLElement {
  const link = element('a', '', ['打开新的地址'])
  link.href = base + (now ?? 'index.html').replace(/^\//, '')
  const words = now
    ? '它的文件改了名或换了地方，这里显示的是原来的内容。'
    : '它的文件删掉了、改了名，或者状态变了，这里显示的是原来的内容。请从首页重新进入。'
  return element('p', 'preview__gone', [words, ...(now ? [link] : [])])
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

function item(issue: PreviewIssue, base: string, named: boolean): HTMLElement {
  const { file, absolute, line, column, severity, rule, message, hint, text } = issue
  const open = element('button', 'preview__line', [`${named ? `${file} ` : ''}第${line}行`])
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
