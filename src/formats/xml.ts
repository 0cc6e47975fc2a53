const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Make text safe inside an element or a double-quoted attribute, of XML and HTML alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** Characters that XML 1.0 cannot hold in any way, lone surrogates among them. Source: XML 1.0, 2.2. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** Text for an XML document: what it cannot hold shows as a replacement character. */
export function xmlText(text: string): string {
  return escapeHtml(text.replace(unwritable, '\ufffd'))
}

/** An XML element with text. */
export function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`
}
