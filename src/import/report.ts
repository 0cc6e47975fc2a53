import type { ImportFinding } from './blocks.ts'
import type { Draft } from './draft.ts'
import { importSteps } from './next-steps.ts'

/** What became of one file. */
export type Outcome = { file: string } & ({ draft: Draft; todo: string } | { fault: string })

const groups: [ImportFinding['kind'], string][] = [
  ['decide', '要你决定的'],
  ['guessed', '猜的，请核对'],
  ['lost', '没有放进草稿的'],
  ['mended', '改过写法的'],
]

/** The list of things to do that is kept beside a draft, as Markdown: every text is there whole. */
export function todoList(file: string, imported: Draft): string {
  const { title, draft, source, addition, findings } = imported
  const sections = groups.flatMap(([kind, label]) => {
    const own = findings.filter((finding) => finding.kind === kind)
    return own.length === 0 ? [] : [`## ${label}（${own.length}）\n\n${own.map(item).join('\n')}`]
  })
  const place = addition ? `加进了 ${addition.path}` : `草稿在 ${draft.path}`
  const intro = `从“${file}”导入，原文件没有改动。${place}，来源在 ${source.path}。做完一条就勾上一条。`
  const steps = `## 接下来\n\n${numbered(imported, '')}`
  return `${[`# 待办：${title}`, intro, steps, ...sections].join('\n\n')}\n`
}

function item({ message, text }: ImportFinding): string {
  const lines = text?.split('\n').filter((line) => line.trim() !== '') ?? []
  return [`- [ ] ${message}`, ...lines.map((line) => `      > ${line.trim()}`)].join('\n')
}

/** What the terminal shows: where things are, and what is to be done, each text shortened. */
export function humanReport(outcomes: readonly Outcome[]): string {
  return outcomes
    .map((outcome) => {
      if ('fault' in outcome) return `${outcome.file}：没有导入。${outcome.fault}\n`
      const { source, pictures, findings } = outcome.draft
      const lists = groups.flatMap(([kind, label]) => {
        const own = findings.filter((finding) => finding.kind === kind)
        const shown = own.slice(0, shownAtMost).map(shortItem)
        const more = own.length > shownAtMost ? [`  · 还有${own.length - shownAtMost}条`] : []
        return own.length === 0 ? [] : [`${label}（${own.length}）`, ...shown, ...more]
      })
      return [
        ...placeLines(outcome.file, outcome.draft),
        `  来源  ${source.path}`,
        ...(pictures.length > 0 ? [`  图片  ${pictures.length}张`] : []),
        `  待办  ${outcome.todo}`,
        ...lists,
        '接下来',
        numbered(outcome.draft, '  '),
        '',
      ].join('\n')
    })
    .join('\n')
}

/** What the file became, and where that lies. */
function placeLines(file: string, { draft, source, addition }: Draft): string[] {
  if (addition) return [`${file}：加进了草稿。`, `  草稿  ${addition.path}`]
  if (draft.path === source.path) return [`${file}：写成了来源和事实。`]
  return [`${file}：导入成了草稿。`, `  草稿  ${draft.path}`]
}

function numbered(imported: Draft, indent: string): string {
  return importSteps(imported)
    .map((step, index) => `${indent}${index + 1}. ${step}`)
    .join('\n')
}

const shownAtMost = 8

function shortItem({ message, text }: ImportFinding): string {
  const line = (words: string) => words.replace(/\s+/g, ' ').trim()
  const short = (words: string) => (words.length > 60 ? `${words.slice(0, 60)}……` : words)
  return `  · ${line(message)}${text === undefined ? '' : ` ${short(line(text))}`}`
}

/** The report for programs: one object a file, with every paragraph of the original and its place. */
export function jsonReport(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => {
    if ('fault' in outcome) return { file: outcome.file, ok: false, error: outcome.fault }
    const { title, slug, draft, source, pictures, findings, ledger } = outcome.draft
    return {
      file: outcome.file,
      ok: true,
      title,
      slug,
      draft: draft.path,
      source: source.path,
      media: pictures.map(({ path }) => path),
      todo: outcome.todo,
      findings,
      paragraphs: ledger,
    }
  })
  return `${JSON.stringify(rows.length === 1 ? rows[0] : rows, null, 2)}\n`
}
