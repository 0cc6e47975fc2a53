import { describe, expect, it } from 'vitest'
import { checksum } from './checksum.ts'
import { csv } from './csv.ts'
import { element, escapeHtml, xmlText } from './xml.ts'

describe('a table', () => {
  it('is quoted where needed, and runs nothing', () => {
    const rows = [
      ['甲,乙', '说“好”', 'a"b', '第一行\n第二行'],
      ['=1+1', '-5', -5, null],
    ]
    expect(csv(['一', '二', '三', '四'], rows)).toBe(
      '\ufeff一,二,三,四\r\n"甲,乙",说“好”,"a""b","第一行\n第二行"\r\n\'=1+1,\'-5,-5,\r\n',
    )
  })
})

describe('XML', () => {
  it('holds text as text', () => {
    expect(escapeHtml('<a href="b">&</a>')).toBe('&lt;a href=&quot;b&quot;&gt;&amp;&lt;/a&gt;')
    expect(element('t', 'a<b')).toBe('<t>a&lt;b</t>')
  })

  it('shows what it cannot hold', () => {
    expect(xmlText('a\u0000b\ud800c\uffffd😀\n')).toBe('a\ufffdb\ufffdc\ufffdd😀\n')
  })
})

it('a checksum stays what it was in links that were handed out', () => {
  expect(['', '党建', '1~~~cases/a:1'].map(checksum)).toEqual(['ab3e7c0b', '931f01c5', '03e6a8a0'])
})
