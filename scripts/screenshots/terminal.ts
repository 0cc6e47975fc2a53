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

function tagOf(code: string): string {
  return code in styles ? `<span style="${styles[code]}">` : '</span>'
}
