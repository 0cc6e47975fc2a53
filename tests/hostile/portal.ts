import { checkLibrary } from '../../src/check/check.ts'
import { buildLibrary } from '../../src/content/library.ts'
import type { PortalFiles, TextFile } from '../../src/content/files.ts'
import type { CheckedIssue } from '../../src/rules/engine/run.ts'
import { baseFields } from '../../src/rules/handbook/base.ts'
import { examplePortal } from '../../src/rules/handbook/portal.ts'

const { portal } = examplePortal([])

/** A small sound portal with these files added, or put in place of its own. */
export function portalWith(
  files: readonly TextFile[],
  media: PortalFiles['media'] = [],
): PortalFiles {
  const paths = new Set(files.map(({ path }) => path))
  const added = (ending: string) => files.filter(({ path }) => path.endsWith(ending))
  const kept = (list: readonly TextFile[]) => list.filter(({ path }) => !paths.has(path))
  return {
    ...portal,
    entries: [...kept(portal.entries), ...added('.md')],
    seeds: [...kept(portal.seeds), ...added('.yaml')],
    captions: [...kept(portal.captions), ...added('.vtt')],
    media: [...portal.media, ...media],
  }
}

/** The issues of such a portal. */
export function issuesWith(
  files: readonly TextFile[],
  media: PortalFiles['media'] = [],
): CheckedIssue[] {
  return checkLibrary(buildLibrary(portalWith(files, media)), { today: '2026-11-25' })
}

export const hostile = 'content/cases/hostile.md'

/** A case whose front matter is sound and whose body is anything. */
export function caseOf(body: string): TextFile {
  return { path: hostile, text: `---\n${baseFields.cases.join('\n')}\n---\n${body}` }
}

/** What is wrong with a report itself: a rule that broke, a place that is none, words that say nothing. */
export function faultsOfReport(
  issues: readonly CheckedIssue[],
  files: readonly TextFile[],
): string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text.split('\n')]))
  return issues.flatMap(({ file, line, column, rule, message, fix }) => {
    const lines = texts.get(file)
    const place = `${file}:${line}:${column} ${rule}`
    const isPlaced = lines === undefined || column <= (lines[line - 1]?.length ?? -1) + 1
    const isSaid = /\p{Script=Han}/u.test(message) && !/\n|^\s+at /.test(message)
    const length = lines?.join('\n').length ?? Infinity
    const isFixable = !fix || (fix.span[0] <= fix.span[1] && fix.span[1] <= length)
    return [
      ...(rule === 'rule-runs-to-the-end' ? [`${place}: ${message}`] : []),
      ...(line >= 1 && column >= 1 && isPlaced ? [] : [`${place} is no place`]),
      ...(isSaid ? [] : [`${place}: ${message.slice(0, 80)}`]),
      ...(isFixable ? [] : [`${place} mends what is not there`]),
    ]
  })
}
