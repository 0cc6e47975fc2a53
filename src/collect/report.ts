import { printableName } from '../content/file-rules.ts'
import type { Changes } from './changes.ts'
import type { Outcome } from './collect.ts'

const words = {
  added: '新增',
  changed: '改了',
  corrected: '更正',
  withdrawn: '撤下',
  gone: '不再发布',
} as const satisfies Partial<Record<keyof Changes, string>>

/** Titles that are named: what was corrected or taken away is read before it is committed. */
const named = ['corrected', 'withdrawn', 'gone'] as const
const mostNamed = 20

/** What came of one portal, in Chinese; what others wrote cannot show anything but itself. */
export function outcomeText(outcome: Outcome): string {
  const lines = outcome.kind === 'failed' ? failedLines(outcome) : collectedLines(outcome)
  return lines.map((line) => `${printableName(line)}\n`).join('')
}

function failedLines({
  id,
  name,
  sentences,
  last,
}: Extract<Outcome, { kind: 'failed' }>): string[] {
  const stays = last ? `${last} 收的原样留着。` : '以前也没有收过。'
  return [`${id}（${name}）：没有收成，${stays}`, ...sentences.map((one) => `  ${one}`)]
}

function collectedLines({
  id,
  name,
  cases,
  changes,
  withoutText,
}: Extract<Outcome, { kind: 'collected' }>): string[] {
  const counts = Object.entries(words).flatMap(([kind, word]) => {
    const { length } = changes[kind as keyof typeof words] // the keys of `words` above
    return length > 0 ? `${word} ${length}` : []
  })
  const { licence } = changes
  const lines = [
    `${id}（${name}）：${counts.length > 0 ? counts.join('、') : '没有变化'}，现在有 ${cases} 个案例。`,
    ...named.flatMap((kind) => titleLines(words[kind], changes[kind])),
  ]
  if (licence) lines.push(`  许可由“${licence.was}”改成“${licence.now}”：看一看还能不能这样用。`)
  if (withoutText > 0)
    lines.push(
      `  ${withoutText} 个案例没有取到正文，检索里只有摘要：那个门户多半正在更新，再收一次。`,
    )
  return lines
}

function titleLines(word: string, titles: readonly string[]): string[] {
  const lines = titles.slice(0, mostNamed).map((title) => `  ${word}：${title}`)
  const more = titles.length - lines.length
  return more > 0 ? [...lines, `  ${word}的还有 ${more} 个。`] : lines
}
