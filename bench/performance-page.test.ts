import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withSection } from './performance-page.ts'
import type { Section } from './performance-page.ts'

const page = readFileSync('docs/handbook/performance.md', 'utf8')
const sections: Section[] = [
  '第一次打开页面',
  '构建',
  '检索：逐字查找',
  '检索：读者会打的话',
  '检索：每一层加了多少',
]

test.for(sections)('a benchmark writes its section %s and no other', (section) => {
  const edited = withSection(page, section, '| 新 |')
  const parts = (text: string) => text.split(/^(?=## )/m)
  const changed = parts(edited).filter((part, index) => part !== parts(page)[index])
  expect(changed.map((part) => part.trim())).toEqual([`## ${section}\n\n| 新 |`])
  expect(parts(edited).length).toBe(parts(page).length)
})

test('a page without the section is told so', () => {
  expect(() => withSection('# 性能\n', '构建', '')).toThrow('构建')
})
