import { isScalar } from 'yaml'
import { readSource } from '../content/read-source.ts'
import { unstatedTimes } from '../rules/reading/figures/unstated-times.ts'
import type { Migration } from './migration.ts'

const rules = ['as-of-is-stated', 'as-of-comes-from-the-source', 'chart-shows-one-moment']

/** `as_of` was the time of publication where a source gave none; now it is the source's own, or `undated`. */
export const statedTimes: Migration = {
  to: 2,
  says: '事实的时点（as_of）只写来源写明的；抄了刊发日期的，改成 undated。',
  advice: '对照来源：写明了这个时间的，把日期抄进 words；没有写明的，正文改说“报道刊发时”。',
  concerns: (path) => path.startsWith('seeds/'),
  edits: (file) => {
    const { data } = readSource(file).value ?? {}
    if (!data) return []
    return unstatedTimes(data).flatMap((index) => {
      const asOf = data.facts[index]?.as_of
      const node = file.document.getIn(['facts', index, 'as_of'], true)
      const isPublication = asOf !== undefined && data.published?.startsWith(asOf)
      if (!isPublication || !isScalar(node) || !node.range) return []
      const [from, to] = node.range
      return { span: [from, to], text: 'undated' }
    })
  },
  leaves: ({ rule }) => rules.includes(rule),
}
