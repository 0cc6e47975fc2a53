import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { addresses, entry, hostileEntries, named, source } from './hostile-entries.ts'
import type { Written } from './hostile-entries.ts'
import { collect, hostileCollected } from './hostile-collected.ts'
import { refusedMedia, refusedNames, soundMedia } from './hostile-media.ts'
import { refusedOf, rows } from './security-model.ts'

/** Payloads that stand in the text of one entry. */
const perBody = 20
/** Payloads in the fields of one entry. */
const perFields = 8

const site = {
  name: '恶意<b>内容</b>{{1+1}}',
  tagline: '"><svg onload=alert(1)>',
  description: '</script><script>alert(1)</script>',
  url: 'https://portal.test/',
  host: "主办' onmouseover=alert(1) x='",
  contact: '<img src=x onerror=alert(1)>',
  repository: addresses[0],
  topics: ['组织力'],
  words: ['<img src=x onerror=alert(1)>'],
  budgets: { page: 400 },
  collect,
}

/**
 * Write a portal whose every text an editor or another portal may write is a payload: bodies, titles,
 * summaries, options, answers, facts, sources, captions, charts, and what was collected. Each payload stands in a body, as front matter, and, when it is
 * one line, in fields; every row of the security model and every odd file is there too.
 */
export function writeHostilePortal(folder: string, corpora: Record<string, string[]>): number {
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  write('site.yaml', JSON.stringify(site))
  write('seeds/clean.yaml', JSON.stringify(source('clean')))
  for (const files of [soundMedia, refusedMedia, refusedNames])
    for (const [path, bytes] of Object.entries(files)) write(path, bytes)
  const lessons: string[] = []
  for (const [index, [name, payloads]] of Object.entries(corpora).entries())
    for (const [path, text] of entriesOf(`c${index}`, name, payloads)) {
      write(path, text)
      const [, lesson] = /^content\/training\/course\/(.*)\.md$/.exec(path) ?? []
      if (lesson) lessons.push(lesson)
    }
  for (const file of hostileCollected(Object.values(corpora).flat(), site.name)) write(...file)
  const refused = rows.flatMap((row) => refusedOf(row, (body) => entry('', {}, body)[1]))
  for (const [index, text] of refused.entries()) write(`content/pages/refused-${index}.md`, text)
  const course = { level: '入门', audience: '测试', objectives: ['测试'], lessons }
  write(...entry('content/training/course/index.md', { ...named('课程', ''), ...course }))
  return Object.values(corpora).flat().length + refused.length
}

function* entriesOf(id: string, name: string, payloads: readonly string[]): Generator<Written> {
  for (const [index, some] of chunks(payloads, perBody).entries()) {
    const data = { ...named(`正文 ${name} ${index}`, ''), unit: `${id}x0`, sources: ['clean'] }
    yield entry(`content/cases/${id}-body-${index}.md`, data, some.join('\n\n'))
  }
  const lines = payloads.filter((text) => /^\P{Cc}+$/u.test(text) && text.trim() !== '')
  for (const [index, some] of chunks(lines, perFields).entries())
    yield* hostileEntries(`${id}x${index}`, some, index)
  for (const [index, text] of payloads.entries())
    yield [`content/pages/${id}-front-${index}.md`, `---\n${text}\n---\n\n正文。\n`]
}

function chunks<Item>(list: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}
