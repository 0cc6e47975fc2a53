import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { element, xmlText } from './xml.ts'

/** A chapter: `html` is well-formed XHTML for the inside of `body`. */
export interface Chapter {
  /** File name in the book, without ending; letters, digits and hyphens. */
  name: string
  title: string
  html: string
  /** Whether it holds drawings of its own (`svg`), which the package must say. */
  hasDrawings: boolean
}

/** A picture of the book. */
export interface BookPicture {
  /** Path in the book: `pictures/a.webp`. */
  path: string
  type: string
  bytes: Uint8Array
}

interface Book {
  title: string
  /** Who made the collection. */
  creator: string
  description: string
  /** Stands for the book wherever it is: the address of the page it was made of. */
  identifier: string
  /** `YYYY-MM-DD`: the latest day on which one of its texts changed. */
  updated: string
  chapters: readonly Chapter[]
  pictures: readonly BookPicture[]
}

/** A time that every making of the same book shares: zip files cannot hold one before 1980. */
const mtime = new Date(1980, 0, 1)
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

/**
 * An EPUB 3.3 file: `mimetype` first and not compressed, one file a chapter, a table of contents.
 * Same book, same bytes. https://www.w3.org/TR/epub-33/
 */
export function epubFile(book: Book): Uint8Array {
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0, mtime }],
    'META-INF/container.xml': text(container),
    'OEBPS/package.opf': text(packageOf(book)),
    'OEBPS/nav.xhtml': text(navOf(book)),
    'OEBPS/title.xhtml': text(titlePage(book)),
    'OEBPS/book.css': text(styles),
  }
  for (const chapter of book.chapters)
    files[`OEBPS/${chapter.name}.xhtml`] = text(xhtml(chapter.title, chapter.html))
  for (const { path, bytes } of book.pictures) files[`OEBPS/${path}`] = [bytes, { level: 0, mtime }]
  return zipSync(files)
}

function text(content: string): [Uint8Array, { mtime: Date }] {
  return [strToU8(content), { mtime }]
}

const container = `${head}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n`

function packageOf({ title, creator, description, identifier, updated, chapters, pictures }: Book) {
  const item = (id: string, href: string, type: string, properties = '') =>
    `<item id="${id}" href="${xmlText(href)}" media-type="${type}"${properties ? ` properties="${properties}"` : ''}/>`
  const page = 'application/xhtml+xml'
  return `${head}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-CN">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${xmlText(identifier)}</dc:identifier>
${element('dc:title', title)}
${element('dc:creator', creator)}
${element('dc:description', description)}
<dc:language>zh-CN</dc:language>
<meta property="dcterms:modified">${updated}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
${item('nav', 'nav.xhtml', page, 'nav')}
${item('title', 'title.xhtml', page)}
${item('css', 'book.css', 'text/css')}
${chapters.map(({ name, hasDrawings }, index) => item(`c${index + 1}`, `${name}.xhtml`, page, hasDrawings ? 'svg' : '')).join('\n')}
${pictures.map(({ path, type }, index) => item(`p${index + 1}`, path, type)).join('\n')}
</manifest>
<spine>
<itemref idref="title"/>
<itemref idref="nav"/>
${chapters.map((_, index) => `<itemref idref="c${index + 1}"/>`).join('\n')}
</spine>
</package>
`
}

function navOf({ chapters }: Book): string {
  const lines = chapters.map(
    ({ name, title }) => `<li><a href="${name}.xhtml">${xmlText(title)}</a></li>`,
  )
  return xhtml(
    '目录',
    `<nav epub:type="toc" role="doc-toc" aria-labelledby="toc"><h1 id="toc">目录</h1><ol>${lines.join('')}</ol></nav>`,
  )
}

function titlePage({ title, creator, description, identifier, updated }: Book): string {
  const link = `<a href="${xmlText(identifier)}">${xmlText(identifier)}</a>`
  return xhtml(
    title,
    `<section epub:type="titlepage" class="titlepage"><h1>${xmlText(title)}</h1><p>${xmlText(description)}</p><p>${xmlText(creator)}\u3000更新于${xmlText(updated)}</p><p>网页：${link}。内容改了，以网页为准。</p></section>`,
  )
}

function xhtml(title: string, body: string): string {
  return `${head}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="zh-CN" lang="zh-CN">
<head>${element('title', title)}<link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>${body}</body>
</html>
`
}

/** What readers' own settings leave open: sizes and colours are theirs. */
const styles = `body { line-height: 1.7; }
h1, h2, h3 { line-height: 1.35; break-after: avoid; }
p { margin: 0 0 0.8em; text-align: left; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid; }
img, svg { max-width: 100%; height: auto; }
figure { margin: 1em 0; break-inside: avoid; }
.titlepage { margin-top: 20%; }
.origin, .sources { font-size: 0.85em; }
`
