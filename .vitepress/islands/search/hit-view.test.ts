import { expect, test } from 'vitest'
import type { Hit } from '../../../src/search/query.ts'
import { clock } from '../../../src/pages/time.ts'
import { hitView } from './hit-view.ts'

const hit: Hit = {
  path: '/cases/hangzhou.html',
  title: '杭州怎样统管互联网党建',
  titleRanges: [],
  kind: 'cases',
  kindLabel: '案例',
  score: 1,
  snippet: { text: '联系点企业', ranges: [{ start: 0, end: 3 }] },
  field: 'body',
}
const text = (parts: { text: string }[]) => parts.map((part) => part.text).join('')

test('a link carries base and fragment, and nothing of the query', () => {
  expect(hitView({ ...hit, anchor: '工作举措' }, '/a/b/').href).toBe(
    `/a/b/cases/hangzhou.html#${encodeURIComponent('工作举措')}`,
  )
  expect(hitView(hit, '/').href).toBe('/cases/hangzhou.html')
})

test('a hit of another portal says which, and leads there whatever the base is', () => {
  const path = 'https://nb.example.org/cases/points.html'
  const view = hitView({ ...hit, path, note: '来自：宁波测试门户', anchor: '一' }, '/a/b/')
  expect(view).toMatchObject({
    isElsewhere: true,
    href: `${path}#${encodeURIComponent('一')}`,
    note: '来自：宁波测试门户',
  })
  expect(hitView(hit, '/').isElsewhere).toBe(false)
})

test('a transcript hit plays from its second', () => {
  const view = hitView({ ...hit, field: 'transcript', at: 126.4 }, '/')
  expect(view.kind).toBe('视频文稿')
  expect(view.play).toEqual({ href: '/cases/hangzhou.html?t=126', label: '从02:06播放' })
})

test('a fact is its statement, with the source below', () => {
  const fact = { ...hit, field: 'fact' as const, kind: 'data', kindLabel: '数读', date: '2021-09' }
  const view = hitView({ ...fact, snippet: { text: '数据库有600余家企业', ranges: [] } }, '/')
  expect(text(view.title)).toBe('数据库有600余家企业')
  expect(text(view.passage)).toBe('来源：杭州怎样统管互联网党建')
  expect(view.note).toBe('2021年9月')
})

test('times read as on a player', () => {
  expect([0, 9.9, 126, 3726].map(clock)).toEqual(['00:00', '00:09', '02:06', '1:02:06'])
})
