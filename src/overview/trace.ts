import type { Library } from '../content/library.ts'
import { asOf } from '../model/dates.ts'
import { placeOf, wordsShown } from '../model/sources.ts'
import type { Table } from './edition.ts'
import type { FactUse } from './facts.ts'

/** Where each of a source's facts stands in it, in which words, and every page that rests on it. */
export function traceTable(uses: readonly FactUse[], { entries }: Library): Table {
  const titles = new Map(entries.map(({ file, data }) => [file, data.title]))
  const rows = uses.map(({ fact, source, cited }) => {
    const files = [...new Set(cited.map(({ file }) => file))]
    return [
      placeOf(fact) ?? '',
      wordsShown(fact.words),
      fact.id,
      fact.statement.trim(),
      asOf({ fact, source }) ?? '',
      fact.reread ? `${fact.reread.date} ${fact.reread.role}` : '',
      files.map((file) => titles.get(file) ?? file).join('；') || '没有引用',
    ]
  })
  const source = uses[0]?.source
  return {
    title: source?.title ?? '',
    note: `${source?.publisher ?? ''}，${source?.published ?? '来源未标日期'}，${source?.url ?? source?.url_note ?? ''}`,
    columns: ['原文位置', '原文用词', '编号', '事实', '时点', '复读', '用在'],
    rows,
  }
}
