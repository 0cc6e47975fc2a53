import { expect, test } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import { courseCards } from './training.ts'

const course = (slug: string, level = '入门') => ({
  path: `content/training/${slug}/index.md`,
  text: `---
title: ${slug}
summary: 这是一段够长的摘要，用来让示例成为完整的条目，它只说明谁在什么时候做了什么事，不多说别的话。
date: 2026-11-01
status: published
provenance: original
level: ${level}
audience: 示例
objectives: [读懂一个例子]
lessons: [one]
---
示例。
`,
})

/** The titles of the courses as the study page lists them, with these lines in `site.yaml`. */
function listed(site: string): string[] {
  const courses = [course('advanced', '进阶'), course('a'), course('b'), course('c')]
  const library = buildLibrary({
    root: '/',
    site: { path: 'site.yaml', text: `name: 示例\ntagline: 示例\ndescription: 示例\n${site}` },
    entries: courses,
    seeds: [],
    media: [],
    captions: [],
    issues: [],
  })
  expect(library.issues).toEqual([])
  return courseCards(library).map(({ title }) => title)
}

test('courses stand by level, then as site.yaml orders them, then by their address', () => {
  expect(listed('')).toEqual(['a', 'b', 'c', 'advanced'])
  expect(listed('courses: [/training/advanced, /training/c]')).toEqual(['c', 'a', 'b', 'advanced'])
  expect(listed('courses: [/training/c.html]\nhome: { course: /training/b }')).toEqual([
    ...['c', 'b', 'a', 'advanced'],
  ])
})
