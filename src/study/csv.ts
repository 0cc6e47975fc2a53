import { csv } from '../formats/csv.ts'
import { pageKinds } from './address.ts'
import type { Activity, StudyRecord, Verb } from './activity.ts'
import { inOrder } from './fold.ts'

/** What each kind of activity is called. */
const verbWords: Readonly<Record<Verb, string>> = {
  opened: '打开',
  read: '读完',
  watched: '看完',
  passed: '通过自测',
  unread: '撤销已学',
  bookmarked: '收藏',
  unbookmarked: '取消收藏',
  answered: '答题',
  noted: '写笔记',
  unnoted: '删笔记',
}

const head = ['时间', '做了什么', '类别', '标题', '地址', '内容', '结果']

/** The record as a table for spreadsheets. */
export function writeCsv({ activities }: Pick<StudyRecord, 'activities'>): string {
  const lines = [...activities]
    .sort(inOrder)
    .map((one) => [
      one.at,
      verbWords[one.verb],
      pageKinds[one.kind],
      one.title,
      one.page,
      ...saidIn(one),
    ])
  return csv(head, lines)
}

function saidIn(one: Activity): [said: string, result: string] {
  if (one.verb === 'answered')
    return [`${one.asked} 选了：${one.chosen.join('；')}`, one.correct ? '正确' : '不对']
  if (one.verb === 'noted') return [one.anchor ? `“${one.anchor.exact}”${one.text}` : one.text, '']
  return ['', '']
}
