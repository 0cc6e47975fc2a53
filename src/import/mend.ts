import { diffLines } from 'diff'
import { fixFiles } from '../check/fix.ts'
import type { Library } from '../content/library.ts'
import { ruleInfos } from '../rules/index.ts'
import type { NewFile } from '../scaffold/scaffold.ts'
import type { ImportFinding } from './blocks.ts'
import type { Mend } from './draft.ts'

/** Texts longer than this are not mended: nobody reads so many changes. */
const largest = 400_000

/** Punctuation and spaces only: words and characters are the author's. */
const language = new Set(
  ruleInfos
    .filter(
      ({ area, id }) =>
        area === 'language' && /punctuat|quot|bracket|ellipsis|space|period|mark/.test(id),
    )
    .map(({ id }) => id),
)

/**
 * Mend what the portal's own rules of language mend by themselves: half-width punctuation in Chinese,
 * spaces between Chinese and digits, and so on. Every changed line is told.
 */
export function mendWith({ siteFile }: Library): Mend {
  return (file, source) => mend(file, source, siteFile)
}

function mend(file: NewFile, source: NewFile, siteFile: Library['siteFile']): ReturnType<Mend> {
  if (file.text.length > largest)
    return {
      file,
      findings: [
        { kind: 'decide', message: '文字太长，没有自动改标点：运行 npm run check -- --fix。' },
      ],
    }
  const site = siteFile ? { site: { path: siteFile.file, text: siteFile.text } } : {}
  const portal = {
    root: '',
    ...site,
    entries: [file],
    seeds: [source],
    media: [],
    captions: [],
    issues: [],
  }
  const scope = { today: '1970-01-01', covers: (path: string) => path === file.path }
  const [fixed] = fixFiles(portal, { ...scope, rules: language }, ({ rule }) => language.has(rule))
  if (!fixed || fixed.path !== file.path) return { file, findings: [] }
  return { file: { ...file, text: fixed.after }, findings: changes(fixed.before, fixed.after) }
}

/** The lines that changed, as they were and as they are. */
function changes(before: string, after: string): ImportFinding[] {
  const parts = diffLines(before, after)
  return parts.flatMap((part, index): ImportFinding[] => {
    const next = parts[index + 1]
    if (!part.removed || !next?.added) return []
    return [
      {
        kind: 'mended',
        message: `标点和空格改成了规范的写法：${next.value.trim()}`,
        text: part.value.trim(),
        repeats: true,
      },
    ]
  })
}
