import type { Entry, Library } from '../../content/library.ts'
import { nearest } from '../../content/nearest.ts'
import type { Issue } from '../../model/issue.ts'
import { engineRules } from './engine-rules.ts'
import type { RuleInfo } from './rule.ts'

/**
 * Leave out what an entry silences with a reason. A silence that silences nothing, names no rule, or
 * names one that must speak is an issue itself.
 */
export function silences<Found extends Issue>(
  library: Library,
  rules: readonly RuleInfo[],
  issues: readonly Found[],
): { kept: Found[]; unneeded: Issue[] } {
  const known = new Map(rules.map((rule) => [rule.id, rule]))
  const silenced = new Set<string>()
  const needed = new Set<string>()
  const silent = library.entries.filter(({ data }) => data.silence.length > 0)
  const partial = library.partial.filter(({ data }) => Object.hasOwn(data, 'silence'))
  for (const { file, data } of [...silent, ...partial])
    for (const { rule } of data.silence)
      if (known.get(rule)?.silenceable !== false) silenced.add(key(file, rule))
  const kept = issues.filter(({ file, rule }) => {
    const isSilent = silenced.has(key(file, rule))
    if (isSilent) needed.add(key(file, rule))
    return !isSilent
  })
  return { kept, unneeded: unneeded(silent, known, needed) }
}

function unneeded(
  silent: readonly Entry[],
  known: ReadonlyMap<string, RuleInfo>,
  needed: ReadonlySet<string>,
): Issue[] {
  const { id, severity } = engineRules.silenceIsNeeded
  return silent.flatMap(({ file, data, locate }) =>
    data.silence.flatMap(({ rule }, index) => {
      if (needed.has(key(file, rule))) return []
      const at = locate(['silence', index, 'rule'])
      return { file, ...at, rule: id, severity, ...complaint(rule, known) }
    }),
  )
}

function complaint(
  rule: string,
  known: ReadonlyMap<string, RuleInfo>,
): { message: string; hint: string } {
  if (known.get(rule)?.silenceable === false)
    return { message: `规则 ${rule} 不能静默。`, hint: '删去这一条静默，按规则改好内容。' }
  if (known.has(rule))
    return { message: `这里没有要静默的问题：${rule} 没有报告什么。`, hint: '删去这一条静默。' }
  const guess = nearest(rule, known.keys())
  const hint = guess ? `你是不是要写 ${guess}？` : '规则名见手册的规则一章。'
  return { message: `没有“${rule}”这条规则。`, hint }
}

function key(file: string, rule: string): string {
  return `${rule} ${file}`
}
