import { published } from '../../content/library.ts'
import { libraryRule } from '../engine/rule.ts'

export const termHasItsOwnWords = libraryRule({
  id: 'term-has-its-own-words',
  summary: '一个词只属于一个术语：名称和别的写法不和别的术语相同。',
  severity: 'error',
  collections: ['terms'],
  silenceable: false,
  *check({ library }) {
    const seen = new Map<string, string>()
    for (const { file, data } of published(library, 'terms'))
      for (const [index, word] of [data.title, ...data.aliases].entries()) {
        const first = seen.get(word)
        seen.set(word, first ?? file)
        if (first === undefined) continue
        yield {
          file,
          at: { field: index === 0 ? 'title' : ['aliases', index - 1] },
          message: `“${word}”已经由 ${first} 解释，正文里点开不知道用哪一个。`,
          hint: '留一个；意思不同的，写全称分开。',
        }
      }
  },
})
