import { describe, expect, it } from 'vitest'
import { parseBody, renderBody, renderText } from './markdown.ts'
import type { RenderContext } from './render.ts'
import fc from '../../tests/fast-check.ts'

const context: RenderContext = {
  link: (href) => (href.startsWith('/cases/a') ? `/base${href}.html` : undefined),
  image: (src) =>
    src === '/media/a.jpg' ? { url: '/base/media/a.jpg', width: 800, height: 600 } : undefined,
  cites: (fact) => fact !== 'no-f01',
  words: [],
}
/** The HTML of a text, which is the same both ways. */
function html(text: string): string {
  const rendered = renderBody(parseBody(text, 1), context)
  expect(renderText(text, context)).toBe(rendered)
  return rendered
}

describe('citations', () => {
  it('number facts by first use and link the figure before the mark', () => {
    const body = parseBody('扩充至600余家[^hz-f11]，其中63家[^hz-f12]，共600余家[^hz-f11]。', 5)
    expect(body.citations.map(({ fact, number }) => [fact, number])).toEqual([
      ['hz-f11', 1],
      ['hz-f12', 2],
      ['hz-f11', 1],
    ])
    expect(body.citations[0]?.position).toEqual({ line: 5, column: 9, endLine: 5, endColumn: 18 })
    const rendered = renderBody(body, context)
    expect(rendered).toContain('扩充至<a class="figure" href="#s-hz-f11">600余家</a>')
    expect(rendered).toContain(
      '<a class="fn" id="r-hz-f12" href="#s-hz-f12" aria-label="来源2">[2]</a>',
    )
  })

  it('print nothing for a fact that may not be cited', () => {
    expect(html('有600家[^no-f01]。')).toBe('<p>有600家。</p>\n')
  })

  it('know their place inside lists, quotations and tables', () => {
    const body = parseBody(
      '- 甲[^a-f1]\n\n> 乙[^a-f2]\n\n| 丙 | 丁 |\n|---|---|\n| 戊[^a-f3] | 己[^a-f4] |\n',
      10,
    )
    expect(body.citations.map(({ position }) => [position.line, position.column])).toEqual([
      [10, 4],
      [12, 4],
      [16, 4],
      [16, 15],
    ])
  })
})

describe('safety', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<details ontoggle=alert(1) open>',
    '<iframe srcdoc="<script>1</script>">',
    '<style>@import "//x"</style>',
    '{{ constructor.constructor("alert(1)")() }}',
    '<<< /etc/passwd',
    '<!--@include: /etc/passwd-->',
    '<div v-html="x" @vue:mounted="x">',
  ])('shows %s as text', (payload) => {
    const rendered = html(payload)
    expect(rendered.replace(/<\/?p>|\n/g, '')).not.toMatch(/<[a-z!]/i)
    expect(rendered).toContain(payload.slice(0, 2) === '{{' ? '{{' : '&lt;')
  })

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example/)',
    '[x](http://plain.example/)',
    '![x](https://evil.example/a.png)',
    '![x](../../etc/passwd?url)',
    '[x](java\tscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '<javascript:alert(1)>',
  ])('makes no link of %s', (payload) => {
    expect(html(payload)).not.toMatch(/href|src/)
  })

  it.each(['[x](http://[::1)', '[x](%E0%A4%A)', '[x](</a', '![', '[^', '{{', '<div'])(
    'survives %s',
    (payload) => {
      expect(() => html(payload)).not.toThrow()
    },
  )

  it('drops a link that leads nowhere and keeps its words', () => {
    expect(html('[甲](/cases/none) [乙](/cases/a)')).toBe(
      '<p><span>甲</span> <a href="/base/cases/a.html">乙</a></p>\n',
    )
  })

  it('takes no attributes', () => {
    expect(html('## 标题 {#x onclick=alert(1)}')).not.toMatch(/onclick=[^&]*"/)
    expect(html('**x**{.y}')).toContain('{.y}')
  })
})

describe('form', () => {
  it('gives headings readable ids, each its own, and never a second h1', () => {
    const rendered = html('# 甲\n\n## 工作背景\n\n## 工作背景\n\n## ！！')
    expect(rendered.match(/id="[^"]*"/g)).toEqual([
      'id="甲"',
      'id="工作背景"',
      'id="工作背景-2"',
      'id="h-section"',
    ])
    expect(rendered).not.toContain('<h1')
  })

  it('sizes pictures and gives them captions', () => {
    expect(html('![说明](/media/a.jpg "图注")')).toContain(
      'width="800" height="600" loading="lazy"',
    )
    expect(html('![说明](/media/none.jpg)')).toBe('<p>说明</p>\n')
  })

  it('keeps a number with its measure word', () => {
    expect(html('共50余个项目。')).toContain('<span class="nb">50余个</span>')
    expect(html('（2026年）共50余个。”')).toContain('<span class="nb">50余个。”</span>')
  })

  it('knows the four callouts and prints their words', () => {
    expect(html('::: tip 记住\n一句。\n:::')).toContain('<aside class="callout"><p><b>记住</b></p>')
    expect(html('::: warning\n一句。\n:::')).toContain('<b>待复核</b>')
    expect(html('::: danger\n一句。\n:::')).not.toContain('<aside')
  })

  it('lets a wide table scroll by itself', () => {
    expect(html('| 甲 |\n|---|\n| 乙 |')).toContain('<div class="tblwrap" role="group"')
  })
})

it('renders every text the same, whether or not places are asked for', () => {
  const pieces =
    '\n,\n\n,# ,## ,- ,1. ,> ,| ,|---|,**,*,`,[^a-f1],[^a-f2],[^no-f01],[^1],[^1]: ,[甲](/cases/a),![图](/media/a.jpg),<b>,&amp;,\\\\,::: ,党建,600余家'
  const text = fc
    .array(fc.constantFrom(...pieces.split(',')), { maxLength: 24 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (written) => void html(written)),
    { numRuns: 500 },
  )
})
