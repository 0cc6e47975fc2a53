import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { passagesOf } from './passages.ts'

it('says the text, and neither marks of notes nor explanations of terms', () => {
  const window = parseHTML(
    `<!doctype html><html><body><div data-speak><p>每月开<a class="tm">党员大会</a>。<a class="fn">[1]</a></p><aside class="gl"><p><b>党员大会</b>测试的解释。</p></aside><p>又一段。</p></div></body></html>`,
  )
  Object.assign(globalThis, { document: window.document, NodeFilter: { SHOW_TEXT: 4 } })
  const spoken = passagesOf(window.document).map(({ sentences }) =>
    sentences.map((one) => one.spoken),
  )
  expect(spoken).toEqual([['每月开党员大会。'], ['又一段。']])
})
