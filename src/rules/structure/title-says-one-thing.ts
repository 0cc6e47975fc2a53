import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

export const titleSaysOneThing = entryRule({
  id: 'title-says-one-thing',
  summary: '一个标题只说一件事。',
  severity: 'warning',
  *check({ entry, prose }) {
    const passage = prose(entry).find(({ field }) => field?.[0] === 'title')
    if (!passage) return
    const plain = passage.text.replace(/[“‘「《（(][^”’」》）)]*[”’」》）)]/g, (part) =>
      '　'.repeat(part.length),
    )
    const second = /[。；](?=.)/.exec(plain)?.index ?? nth(plain, '：', 2) ?? nth(plain, '，', 3)
    if (second === undefined) return
    yield {
      at: { span: spanIn(passage, second, passage.text.length) },
      message: `标题在“${passage.text.charAt(second)}”之后又说了一件事。`,
      hint: '标题只留最要紧的一件，其余的写进摘要。',
    }
  },
})

/** Where a letter stands for the nth time. */
function nth(text: string, letter: string, times: number): number | undefined {
  let at = -1
  for (let count = 0; count < times; count++) {
    at = text.indexOf(letter, at + 1)
    if (at < 0) return undefined
  }
  return at
}
