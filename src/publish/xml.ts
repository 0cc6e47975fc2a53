import { escapeHtml } from '../content/html.ts'

/** An element with text; characters that XML 1.0 cannot hold are left out. */
export function element(name: string, text: string): string {
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return `<${name}>${escapeHtml(clean)}</${name}>`
}
