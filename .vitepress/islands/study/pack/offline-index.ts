import type { BundleOptions } from './bundle.ts'

/** Turn the page of the pack into the folder's first page: the sheets, and a list of the texts. */
export function fillIndex(
  shell: Document,
  { title, sheets, entries, name, slides }: BundleOptions,
): void {
  shell.title = `${title} · ${name}`
  const main = shell.querySelector('main')
  const wrap = shell.createElement('div')
  wrap.className = 'wrap sheets sheets--offline'
  const heading = shell.createElement('h1')
  heading.textContent = title
  if (slides) wrap.append(showLink(shell, slides.path))
  const list = shell.createElement('ol')
  list.className = 'packlist'
  for (const { address, title } of entries) {
    const link = shell.createElement('a')
    link.setAttribute('href', address)
    link.textContent = title
    list.append(shell.createElement('li'))
    list.lastElementChild?.append(link)
  }
  wrap.prepend(heading)
  wrap.append(list, shell.importNode(sheets, true))
  main?.replaceChildren(wrap)
}

function showLink(shell: Document, slides: string): Element {
  const line = shell.createElement('p')
  line.className = 'packshow screen-only'
  const link = shell.createElement('a')
  link.className = 'btn btn--primary'
  link.setAttribute('href', slides)
  link.textContent = '放映'
  line.append(link, '翻页用PageDown和PageUp，黑屏按B，全屏按F，不用联网。')
  return line
}
