import { expect, test } from 'vitest'
import { parseRecent, withQuery } from './recent.ts'

test('the last query stands first, once, and eight are kept', () => {
  const list = [...'12345678']
  expect(withQuery(list, ' 3 ')).toEqual([...'31245678'])
  expect(withQuery(list, '9')).toEqual([...'91234567'])
  expect(withQuery(list, '  ')).toEqual(list)
})

test('what else stands in storage is no list', () => {
  for (const text of [null, '', '{', '{"a":1}', '7']) expect(parseRecent(text)).toEqual([])
  expect(parseRecent('["公益",7,null]')).toEqual(['公益'])
})
