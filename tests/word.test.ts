import { describe, expect, test } from 'vitest'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary, published } from '../src/content/library.ts'
import { judgeOffice } from '../src/documents/office/judge.ts'
import type { Block } from '../src/import/blocks.ts'
import { plainOf } from '../src/import/blocks.ts'
import { readDocx } from '../src/import/docx/read.ts'
import { pageView } from '../src/pages/single.ts'
import { wordOf, wordPath } from '../src/pages/word.ts'

/** Documents that pages give out, read back by the reader that editors' own documents go through. */
const library = buildLibrary(readPortal('.'))
const pages = published(library, 'pages').filter(({ data }) => data.word)

const textOf = (block: Block): string[] => {
  if (block.kind === 'paragraph') return [plainOf(block.inlines)]
  if (block.kind === 'table') return block.rows.flat().map((cell) => JSON.stringify(cell))
  return []
}

describe.each(pages.map((page) => [page.slug, page] as const))('%s.docx', (_slug, page) => {
  const bytes = wordOf(library, page)
  const read = readDocx(bytes)

  test('is a document that runs nothing and asks for nothing', () => {
    expect(judgeOffice(bytes, '.docx')).toEqual([])
  })

  test('says what the page says: its headings and every cell of its tables', () => {
    if ('fault' in read) throw new Error(read.fault)
    const said = read.blocks.flatMap(textOf).join('\n')
    for (const { text } of page.body.headings) expect(said).toContain(text)
    const inline = page.body.tokens.filter(({ type }) => type === 'inline')
    const words = inline.flatMap(({ children }) =>
      (children ?? []).filter(({ type }) => type === 'text').map(({ content }) => content.trim()),
    )
    expect(words.length).toBeGreaterThan(10)
    for (const word of words) expect(said.replace(/\\"/g, '"')).toContain(word)
  })

  test('is offered by its page, which was not read for it', () => {
    const { word } = pageView(library, page)
    expect(word?.href).toBe(`/pages/${page.slug}.docx`)
    expect(wordPath(page)).toBe(word?.href)
  })
})

test('the kit for filming has a document for each of its six papers', () => {
  expect(pages.map(({ slug }) => slug).filter((slug) => slug.startsWith('film-kit-'))).toHaveLength(
    6,
  )
})

test('a page that is not to be filled in offers none', () => {
  const about = published(library, 'pages').find(({ slug }) => slug === 'about')
  expect(about && pageView(library, about).word).toBeUndefined()
  expect(about).toBeDefined()
})
