import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Payloads that stand in the text of one entry. */
const perBody = 20
/** Payloads in the fields of one entry. */
const perFields = 4

/**
 * Write a portal whose every text an editor may write is a payload: bodies, titles, summaries, options,
 * answers, facts, sources, captions. Each payload stands in a body, and, when it is one line, in fields.
 */
export function writeHostilePortal(folder: string, corpora: Record<string, string[]>): number {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('site.yaml', 'name: 恶意内容\nurl: https://portal.test/\ntopics: [组织力]\n')
  write(
    'content/training/course/index.md',
    entry(
      {
        ...base('课程'),
        level: '入门',
        audience: '测试',
        objectives: ['测试'],
        lessons: ['lesson-0'],
      },
      '正文。',
    ),
  )
  let count = 0
  for (const [name, payloads] of Object.entries(corpora)) {
    const slug = `c${Object.keys(corpora).indexOf(name)}`
    for (const [index, some] of chunks(payloads, perBody).entries())
      write(
        `content/cases/${slug}-body-${index}.md`,
        entry(
          { ...base(`正文 ${name} ${index}`), unit: 'unit', sources: ['clean'] },
          some.join('\n\n'),
        ),
      )
    const lines = payloads.filter((text) => /^\P{Cc}+$/u.test(text) && text.trim() !== '')
    for (const [index, some] of chunks(lines, perFields).entries()) {
      const [one = '', two = one, three = one, four = one] = some
      const id = `${slug}-fields-${index}`
      write(
        `content/cases/${id}.md`,
        entry(
          {
            ...fields(one, two),
            unit: 'unit',
            sources: [id],
            keys: [cut(three, 60)],
            corrections: [{ date: '2026-01-02', was: one, now: two, why: three }],
            ai: four,
          },
          `引用[^${id}-f1]。`,
        ),
      )
      write(
        `content/organizations/${id}.md`,
        entry({ ...fields(two, three), kind: '企业', aliases: [one, four] }, '正文。'),
      )
      write(
        `content/training/course/${id}.md`,
        entry(
          {
            ...fields(three, four),
            minutes: 1,
            objectives: [one],
            quiz: [
              {
                kind: 'single',
                question: two,
                options: [three, `${four} B`],
                answer: 'A',
                explanation: one,
              },
            ],
          },
          '正文。',
        ),
      )
      write(
        `content/topics/${id}.md`,
        entry({ ...fields(four, one), intro: cut(two, 240) }, '正文。'),
      )
      write(
        `seeds/${id}.yaml`,
        JSON.stringify({
          id,
          title: one,
          publisher: two,
          published: null,
          url: 'https://example.org/',
          author: three,
          accessed: '2026-01-01',
          quality: 'full',
          facts: [{ id: `${id}-f1`, statement: four, unit: two, note: three, as_of: '2026' }],
        }),
      )
    }
    for (const [index, text] of payloads.entries())
      write(`content/pages/${slug}-front-${index}.md`, `---\n${text}\n---\n\n正文。\n`)
    count += payloads.length
  }
  write(
    'seeds/clean.yaml',
    JSON.stringify({
      id: 'clean',
      title: '来源',
      publisher: '测试',
      published: null,
      url: 'https://example.org/',
      accessed: '2026-01-01',
      quality: 'full',
      facts: [],
    }),
  )
  return count
}

/** Front matter as JSON, which is YAML: so every payload arrives exactly as it is. */
function entry(data: object, body: string): string {
  const lines = Object.entries(data).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`
}

function base(title: string): Record<string, unknown> {
  return {
    title: cut(title, 60),
    summary: pad(
      '这是一段只用于测试的摘要，凑满四十个字才能通过模型的长度检查，内容没有任何含义，请勿当真。',
    ),
    date: '2026-01-01',
    status: 'published',
    provenance: 'original',
  }
}

function fields(title: string, summary: string): Record<string, unknown> {
  return { ...base(title), short: cut(title, 16), summary: pad(summary), topics: ['组织力'] }
}

/** Forty to a hundred and sixty characters. */
function pad(text: string): string {
  return (
    cut(text, 110) +
    '这是一段只用于测试的摘要，凑满四十个字才能通过模型的长度检查，没有含义。'.padEnd(42, '。')
  )
}

function cut(text: string, length: number): string {
  return (
    text
      .slice(0, length)
      .replace(/[\ud800-\udbff]$/, '')
      .trim() || '空'
  )
}

function chunks<Item>(list: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}
