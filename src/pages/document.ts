import { escapeHtml } from '../formats/xml.ts'

/** The parts of a finished HTML page. Addresses carry the base already. */
export interface DocumentParts {
  title: string
  siteName: string
  description: string
  hidden: boolean
  /** The content policy, which stands before anything it governs. */
  policy: string
  /** Lines for other machines: addresses, feeds, cards. */
  head: readonly string[]
  /** Lines that nothing shown waits for: structured data, what may be fetched ahead. */
  data: readonly string[]
  /** Sheets that nothing is shown without, in their order. */
  stylesheets: readonly string[]
  /** The sheet of what stands behind the mark in the content; without a mark all waits for it. */
  later?: string
  /** The sheet of the portal's own colours. */
  look?: string
  /** Sheets of the pages readers go on to: `.vitepress/islands/ahead.ts`. */
  next: readonly string[]
  /** A small classic script that sets the reader's display settings before the first paint. */
  settings: string
  /** The islands' entry. */
  islands: string
  icon: string
  /** The portal's own icon, instead of the built-in one. */
  mark?: string
  content: string
}

/** Where content has it, what stands before is shown without the later sheet: `LaterStyles.ts`. */
export const laterStylesMark = '<!--later-->'

/** The page around rendered content: no inline script that runs, no inline style, nothing of a framework. */
export function renderDocument(parts: DocumentParts): string {
  const { later = '' } = parts
  // An engine that shows what it has not styled, as Firefox does, still lets no script overtake a sheet.
  const rest = later === '' ? '' : `${sheetTag(later)}${scriptTag(parts.settings)}`
  const waits = later !== '' && !parts.content.includes(laterStylesMark)
  const stylesheets = waits ? [...parts.stylesheets, later] : parts.stylesheets
  const title = parts.title.includes(parts.siteName)
    ? parts.title
    : `${parts.title} · ${parts.siteName}`
  const lines = [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    parts.policy,
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(parts.description)}">`,
    parts.hidden ? '<meta name="robots" content="noindex">' : '',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="format-detection" content="telephone=no">',
    // A browser that has met a policy in the page looks no further ahead than a script that it waits for:
    // the styles would be asked for only when that has come.
    ...stylesheets.map((sheet) => `<link rel="preload" as="style" href="${escapeHtml(sheet)}">`),
    scriptTag(parts.settings),
    ...stylesheets.map(sheetTag),
    parts.look ? sheetTag(parts.look) : '',
    `<link rel="icon" type="image/svg+xml" href="${escapeHtml(parts.mark ?? parts.icon)}">`,
    `<script type="module" src="${escapeHtml(parts.islands)}"></script>`,
    parts.next.length > 0
      ? `<meta name="ahead" content="${escapeHtml(parts.next.join(' '))}">`
      : '',
    ...parts.head,
    '</head>',
    '<body>',
    parts.content.replace(laterStylesMark, () => rest),
    ...parts.data,
    '</body>',
    '</html>',
    '',
  ]
  return lines.filter((line, index) => line !== '' || index === lines.length - 1).join('\n')
}

function sheetTag(address: string): string {
  return `<link rel="stylesheet" href="${escapeHtml(address)}">`
}

function scriptTag(address: string): string {
  return `<script src="${escapeHtml(address)}"></script>`
}
