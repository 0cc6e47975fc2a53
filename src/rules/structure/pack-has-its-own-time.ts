import { published } from '../../content/library.ts'
import type { FieldPath } from '../../content/yaml.ts'
import { libraryRule } from '../engine/rule.ts'
import type { LibraryFinding } from '../engine/rule.ts'

export const packHasItsOwnTime = libraryRule({
  id: 'pack-has-its-own-time',
  summary: '每个学习包写明月份或日子，同一个月份、同一个日子只有一包。',
  severity: 'error',
  collections: ['packs'],
  *check({ library }) {
    const [months, occasions] = [new Map<string, string>(), new Map<string, string>()]
    for (const { file, data } of published(library, 'packs')) {
      const { month, occasion } = data
      if (month === undefined && occasion === undefined)
        yield {
          file,
          at: { field: 'title' },
          message: '这一包没有写在什么时候用。',
          hint: '写 month（1 到 12），或写 occasion（名称和依据）。',
        }
      if (month !== undefined) yield* taken(months, `${month}月`, file, ['month'])
      if (occasion) yield* taken(occasions, occasion.name, file, ['occasion', 'name'])
    }
  },
})

function* taken(
  seen: Map<string, string>,
  when: string,
  file: string,
  field: FieldPath,
): Generator<LibraryFinding> {
  const first = seen.get(when)
  seen.set(when, first ?? file)
  if (first === undefined) return
  yield {
    file,
    at: { field },
    message: `“${when}”已经有一包：${first}。`,
    hint: '改其中一包的月份或日子，或把两包合成一包。',
  }
}
