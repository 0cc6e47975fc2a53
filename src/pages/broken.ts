import { addressOf } from '../content/address.ts'
import { escapeHtml } from '../formats/xml.ts'
import type { Library } from '../content/library.ts'
import type { Issue } from '../model/issue.ts'
import type { PageView } from './single.ts'

interface BrokenPage {
  path: string
  title: string
  description: string
  hidden: true
  view: () => PageView
}

const title = '这个文件还读不成页面'

/** While editors work, a file that cannot be read has a page all the same: it says what is wrong where. */
export function brokenPages({ rejected, issues }: Library): BrokenPage[] {
  return rejected.flatMap((file) => {
    const address = addressOf(file)
    if (!address) return []
    const own = issues.filter((issue) => issue.file === file)
    const path = address.url.slice(1).replace(/\.html$/, '')
    return [{ path, title, description: title, hidden: true, view: () => brokenView(file, own) }]
  })
}

function brokenView(file: string, issues: readonly Issue[]): PageView {
  const items = issues.map(
    ({ line, column, message, hint = '' }) =>
      `<li><p><b>第${line}行第${column}列</b> ${escapeHtml(message)}${escapeHtml(hint)}</p></li>`,
  )
  return {
    title,
    short: title,
    summary: '',
    lead: `${file}里有错误。改好保存，这一页会自己更新。`,
    html: `<ol>${items.join('')}</ol>`,
    outline: [],
    crumbs: [],
    notes: [],
    sources: [],
    sample: false,
    draft: false,
    corrections: [],
  }
}
