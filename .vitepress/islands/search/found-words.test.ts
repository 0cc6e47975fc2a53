import { expect, test } from 'vitest'
import { wordsFor } from './found-words.ts'

const kept = JSON.stringify({ page: '/cases/a.html', words: ['联系点', 5, '企业'] })

test('words are those of the page they led to', () => {
  expect(wordsFor('/cases/a.html', kept)).toEqual(['联系点', '企业'])
  expect(wordsFor('/cases/b.html', kept)).toEqual([])
})

test.each([null, '', '{', '3', '{"page":"/cases/a.html"}'])('nothing is read from %j', (stored) => {
  expect(wordsFor('/cases/a.html', stored)).toEqual([])
})
