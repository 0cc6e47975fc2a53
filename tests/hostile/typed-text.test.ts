import { parseDocument } from 'htmlparser2'
import type { ChildNode, Element } from 'domhandler'
import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../../src/content/library.ts'
import type { Library } from '../../src/content/library.ts'
import { lostText } from '../../src/content/lost-text.ts'
import { parseBody, renderBody } from '../../src/content/markdown.ts'
import type { RenderContext } from '../../src/content/render.ts'
import type { Issue } from '../../src/model/issue.ts'
import { footnoteIsDefinedAndUsed } from '../../src/rules/structure/footnote-is-defined-and-used.ts'
import { baseBodies, baseFields } from '../../src/rules/handbook/base.ts'
import { runRules } from '../../src/rules/engine/run.ts'
import { tableRowsFitTheHeader } from '../../src/rules/structure/table-rows-fit-the-header.ts'
import { typedTextIsShown } from '../../src/rules/structure/typed-text-is-shown.ts'
import { caseOf, hostile, portalWith } from './portal.ts'
import fc from '../fast-check.ts'

const context: RenderContext = {
  link: (href) => href,
  image: () => undefined,
  cites: () => true,
  words: [],
}

interface Page {
  /** What readers see, without what the portal adds: numbers of notes, titles of callouts. */
  text: string
  /** How many elements there are of each name. */
  elements: Map<string, number>
}

/** A body as a browser would show it, read from its HTML and from nothing else. */
function pageOf(body: string): Page {
  const page: Page = { text: '', elements: new Map() }
  const isAdded = (name: string, attributes: Record<string, string>) =>
    /^(?:fn|footnote-(?:ref|backref))$/.test(attributes.class ?? '') || name === 'b'
  const visit = (nodes: ChildNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') page.text += node.data
      if (node.type !== 'tag') continue
      if (node.name === 'li' && parentOf(node)?.name === 'ol') page.text += numberOf(node)
      page.elements.set(node.name, (page.elements.get(node.name) ?? 0) + 1)
      if (!isAdded(node.name, node.attribs)) visit(node.children)
    }
  }
  visit(parseDocument(renderBody(parseBody(body, 1), context), { decodeEntities: true }).children)
  return page
}

function parentOf({ parent }: Element): Element | undefined {
  return parent?.type === 'tag' ? (parent as Element) : undefined
}

/** The number a browser prints before an item; notes have their own. */
function numberOf(item: Element): string {
  if (item.attribs.class) return ''
  const items = parentOf(item)?.children.filter(({ type }) => type === 'tag') ?? []
  return String(Number(parentOf(item)?.attribs.start ?? 1) + items.indexOf(item))
}

/** Errors of the rules that answer for what is not shown. */
function errorsIn(library: Library): Issue[] {
  const answering = [typedTextIsShown, footnoteIsDefinedAndUsed, tableRowsFitTheHeader]
  return runRules({ library, rules: answering, today: '2026-11-25' }).filter(
    ({ file, severity }) => file === hostile && severity === 'error',
  )
}

const lossesOf = (body: string) => lostText(body, parseBody(body, 1))

/** What editors type: Chinese with the punctuation of an IME, digits, signs, blanks, marks, starts of lines. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'党一建厚0159aZ'),
      fc.constantFrom(...'，。、；：？！“”‘’（）《》【】…—·～￥＊＃＞'),
      fc.constantFrom(...'+-=<>%/@.,;:!?\'"()[]{}$^|&'),
      fc.constantFrom(
        '*',
        '**',
        '~~',
        '_',
        '__',
        '`',
        '\\',
        '~',
        '#',
        '\t',
        ' ',
        '  ',
        '    ',
        '\u3000',
      ),
      fc.constantFrom('\n', '\n', '\n\n', '\n\n'),
      fc.constantFrom(
        '\n> ',
        '\n>',
        '\n- ',
        '\n  - ',
        '\n1. ',
        '\n3. ',
        '\n## ',
        '\n#',
        '\n---\n',
        '\n===\n',
      ),
      fc.constantFrom(
        '\n```\n',
        '\n~~~',
        '\n| a | b |\n|---|:-:|\n',
        '|',
        '\n::: tip\n',
        '\n:::\n',
        '\n\n    ',
      ),
      fc.constantFrom(
        '[^1]',
        '\n[^1]: ',
        '\n\n[^1]: ',
        '\n[1]: /a ',
        '[甲](/b)',
        '[甲](/b "题")',
        '5*8',
        '20~~30',
        '\n>60%',
      ),
    ),
    { maxLength: 60 },
  )
  .map((units) => units.join(''))

describe('what an editor typed', () => {
  /** Letters and figures that no mark is made of; 1, 2 and 3 number items and notes. */
  const letters = (text: string) =>
    text.replace(/[^\p{L}\p{N}%￥＊＃＞【】（）“”‘’，。、；：？！《》…—·～=$^@;,?%]|[123]/gu, '')
  const withoutMarks = (body: string) =>
    body
      .replace(/(\[甲\])\(\/b(?: "题")?\)/g, '$1')
      .replace(/\[\^1\]:?/g, '')
      .replace(/^(?:`{3,}|~{3,})[\w+#.-]*[ \t]*$/gm, '')
      .replace(/^:::+ *tip */gm, '')

  it('is on the page letter by letter, or the losses say where', () => {
    fc.assert(
      fc.property(typed, (body) => {
        if (lossesOf(body).length > 0) return
        const sorted = (text: string) => [...letters(text)].sort().join('')
        // Notes stand at the end of a page, so the order of letters is only that of a page without.
        const shape = body.includes('[^1]') ? sorted : letters
        expect(shape(withoutMarks(pageOf(body).text))).toBe(shape(withoutMarks(body)))
      }),
      { numRuns: 1500 },
    )
  })

  it('keeps every star and tilde that made nothing bold, slanted, struck, a list or a rule', () => {
    const count = (text: string, mark: string) => text.split(mark).length - 1
    const inline = fc
      .array(fc.constantFrom(...'党建12（）“”，。*~ a%', '**', '~~', '5*8', '甲*', '20~~30'), {
        maxLength: 40,
      })
      .map((units) => `党${units.join('').replace(/ +/g, ' ')}`)
    fc.assert(
      fc.property(inline, (body) => {
        const { text, elements } = pageOf(body)
        const [em = 0, strong = 0, struck = 0] = ['em', 'strong', 's'].map((name) =>
          elements.get(name),
        )
        expect(count(text, '*')).toBe(count(body, '*') - 2 * em - 4 * strong)
        expect(count(text, '~')).toBe(count(body, '~') - 4 * struck)
      }),
      { numRuns: 1500 },
    )
  })

  it('keeps signs between figures whatever stands around them', () => {
    const around = fc.array(
      fc.constantFrom(...'党（）“”，。*~ ', '**', '7*24', '20~~30', '600家'),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(
        around,
        around,
        fc.constantFrom('*', '**', '~~', '_', '~'),
        (before, after, sign) => {
          const body = `甲${before.join('')}5${sign}8${after.join('')}`
          expect(pageOf(body).text).toContain(`5${sign}8`)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('is told where it is lost, as an error on that very line', () => {
    fc.assert(
      fc.property(typed, (body) => {
        const losses = lossesOf(body)
        if (losses.length === 0) return
        const file = caseOf(body)
        const errors = errorsIn(buildLibrary(portalWith([file])))
        const front = file.text.slice(0, -body.length || undefined).split('\n').length
        for (const { from, to } of losses) {
          const first = front + body.slice(0, from).split('\n').length - 1
          const last = front + body.slice(0, to).split('\n').length - 1
          expect(errors.some(({ line }) => line >= first && line <= last)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('what an editor typed into a field', () => {
  const letter = fc.constantFrom(
    ...'党建厚015aZ，。、；：？！“”（）《》【】…—·～￥＊＃＞ +-=<>%/@.,;:!?()[]{}$^|&*#~`_\\',
    ...[' # ', ': ', ' #', 'no', '007', '1.50', '1e3', 'null', "'", '"'],
  )
  const value = fc
    .array(letter, { minLength: 1, maxLength: 12 })
    .map((letters) => letters.join('').trim())
    .filter((text) => text !== '' && !/^["']/.test(text))

  it('is read as typed, or the check says on its line why not', () => {
    fc.assert(
      fc.property(value, (title) => {
        const front = baseFields.cases.map((line) =>
          line.replace(/^title: .*/, () => `title: ${title}`),
        )
        const file = { path: hostile, text: `---\n${front.join('\n')}\n---\n${baseBodies.cases}` }
        const library = buildLibrary(portalWith([file]))
        const read = library.entries.find((entry) => entry.file === hostile)?.data.title
        const isTold = errorsIn(library).some(({ line }) => line === 2)
        expect(isTold || read === title).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
