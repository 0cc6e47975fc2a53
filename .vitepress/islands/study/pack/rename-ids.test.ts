import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { renameIds } from './rename-ids.ts'

/** Markup of a copy after its ids were renamed; the parser's document stands in for the browser's. */
function renamed(markup: string): string {
  const { document } = parseHTML(`<html><body><div>${markup}</div></body></html>`)
  const copy = document.querySelector('div')
  if (!copy) throw new Error('no markup')
  renameIds([copy as unknown as Element], 'p-')
  return copy.innerHTML
}

test.each([
  [
    'a fill by its pattern',
    '<svg><pattern id="dots"></pattern><path fill="url(#dots)"></path></svg>',
    '<svg><pattern id="p-dots" /><path fill="url(#p-dots)" /></svg>',
  ],
  [
    'in a style, with quotes',
    `<svg><mask id="m"></mask><g style="mask:url('#m');fill:red"></g></svg>`,
    '<svg><mask id="p-m" /><g style="mask:url(#p-m);fill:red" /></svg>',
  ],
  [
    'a table by its heading',
    '<h2 id="t">表</h2><div role="region" aria-labelledby="t gone"></div>',
    '<h2 id="p-t">表</h2><div role="region" aria-labelledby="p-t"></div>',
  ],
  [
    'a link in the text, and one to what is left behind',
    '<p id="a"><a href="#a">上文</a><a href="#s-hz-f01">[1]</a><a href="/x.html#a">别页</a></p>',
    '<p id="p-a"><a href="#p-a">上文</a><a>[1]</a><a href="/x.html#a">别页</a></p>',
  ],
])('%s', (_what, markup, expected) => expect(renamed(markup)).toBe(expected))
