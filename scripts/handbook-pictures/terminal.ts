import { escapeHtml } from '../../src/formats/xml.ts'

/** How a dark terminal shows the styles that commands print. */
const styles: Record<string, string> = {
  1: 'font-weight:700',
  2: 'opacity:.65',
  4: 'text-decoration:underline;text-underline-offset:.25em',
  31: 'color:#ff8a7a',
  32: 'color:#8fd18a',
  33: 'color:#f0c674',
}

/** A page that looks like a terminal, of what a command printed in colour. */
export function terminalPage(command: string, printed: string): string {
  // Every style is closed before the next line, so spans nest.
  const body = printed
    .trimEnd()
    .split(/\x1b\[(\d+)m/)
    .map((part, index) => (index % 2 === 0 ? escapeHtml(part) : tagOf(part)))
    .join('')
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:0;background:#1b1916}
pre{margin:0;padding:20px 24px;color:#efe9dc;white-space:pre-wrap;font:15px/1.65 "Noto Sans Mono CJK SC",monospace}
</style><pre><b>$ ${escapeHtml(command)}</b>\n\n${body}</pre>`
}

/** A page that looks like a text editor, of some lines of a file. */
export function editorPage(path: string, text: string): string {
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:0;background:#fff}
h1{margin:0;padding:8px 24px;background:#ece8df;font:13px/1.6 "Noto Sans CJK SC",sans-serif}
pre{margin:0;padding:14px 24px;color:#222;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.7 "Noto Sans Mono CJK SC",monospace}
mark{background:#ffe9a8}
</style><h1>${escapeHtml(path)}</h1><pre>${escapeHtml(text).replace(/【待补[^】]*】|\[\^[\w-]+\]/g, '<mark>$&</mark>')}</pre>`
}

function tagOf(code: string): string {
  return code in styles ? `<span style="${styles[code]}">` : '</span>'
}
