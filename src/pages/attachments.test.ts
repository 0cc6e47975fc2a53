import { expect, test } from 'vitest'
import { buildLibrary, published } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { mediaFile } from '../rules/handbook/base.ts'
import { attachmentsOf, sizeOf } from './attachments.ts'

const lesson = `---
title: 示例条目
summary: 这是一段够长的摘要，用来让示例成为完整的条目，它只说明谁在什么时候做了什么事，不多说别的话。
date: 2026-11-01
status: published
provenance: original
minutes: 5
objectives: [说出来源的作用]
attachments:
  - { title: 讲义, file: /media/notes.pdf, alternative: /training/demo/first }
---

党组织每月学习一次。
`

test('an attachment says its type, size and checksum, and where the same can be read as a page', () => {
  const { portal } = examplePortal([])
  const entries = portal.entries.filter(({ path }) => path !== 'content/training/demo/first.md')
  const bytes = new TextEncoder().encode('%PDF-1.7\n')
  const library = buildLibrary({
    ...portal,
    entries: [...entries, { path: 'content/training/demo/first.md', text: lesson }],
    media: [...portal.media, mediaFile('content/media/notes.pdf', bytes)],
  })
  expect(library.issues).toEqual([])
  const [first] = published(library, 'lessons')
  if (!first) throw new Error('no lesson')
  expect(attachmentsOf(library, first)).toEqual([
    {
      href: '/media/notes.pdf',
      title: '讲义',
      type: 'PDF',
      size: '1KB',
      // printf '%%PDF-1.7\n' | sha256sum
      checksum: '0716f9264c9fe19f5d7455276107f3ddcc1d3497f63d60689a73558ae8a1bf5e',
      alternative: { href: '/training/demo/first.html', text: '示例条目' },
    },
  ])
})

test('sizes are said in KB and MB', () => {
  expect([0, 812, 1536, 2_516_582].map(sizeOf)).toEqual(['1KB', '1KB', '2KB', '2.4MB'])
})
