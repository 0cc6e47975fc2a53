import { expect, it } from 'vitest'
import { slideWords } from './slide-words.ts'

it('keeps a short word in quotation marks, and may end a line after it', () => {
  expect(slideWords('骑手的事：从说清“三新”到办成一件')).toContain('“三新”')
  expect(slideWords('“余”字不能丢')[0]).toBe('“余”字')
  expect(slideWords('说清“三新”，再办').join('')).toBe('说清“三新”，再办')
})
