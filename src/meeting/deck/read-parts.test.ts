import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { partsOf } from './read-parts.ts'

it('leaves marks of notes and explanations of terms on their page', () => {
  const explained = '<aside class="gl" id="t-a"><p><b>党员大会</b>测试的解释。</p></aside>'
  const mark = '<a class="fn" href="#s-1">1</a>'
  const { document } = parseHTML(
    `<!doctype html><html><body><p>开<a class="tm">党员大会</a>。${mark}</p>${explained}<ul><li>再开<a class="tm">党员大会</a>。${explained}</li></ul></body></html>`,
  )
  expect(partsOf(document.body, [])).toMatchObject([
    { kind: 'text', text: '开党员大会。' },
    { kind: 'list', items: ['再开党员大会。'] },
  ])
})
