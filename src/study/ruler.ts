import type { AgendaKind } from '../model/agenda.ts'

/** One segment of the hour, in hundredths of its width. */
interface RulerPart {
  kind: AgendaKind
  minutes: number
  at: number
  width: number
  /** Where its kind can be read: everywhere, on wide pages only, nowhere. */
  label: 'always' | 'wide' | 'never'
}

/** Minutes that one character of a label needs, beside its neighbours: on a phone, on a wide page. */
const minutesACharacter = { narrow: 4.5, wide: 2.5 }

/** The hour as a bar of segments, each as wide as its minutes. */
export function rulerOf(rows: readonly { kind: AgendaKind; minutes: number }[]): RulerPart[] {
  const total = rows.reduce((sum, { minutes }) => sum + minutes, 0)
  if (total === 0) return []
  const share = (minutes: number) => Math.round((minutes / total) * 10_000) / 100
  let before = 0
  return rows.map(({ kind, minutes }) => {
    const at = share(before)
    before += minutes
    const { narrow, wide } = minutesACharacter
    const room = minutes / kind.length
    const label = room >= narrow ? 'always' : room >= wide ? 'wide' : 'never'
    return { kind, minutes, at, width: Math.round((share(before) - at) * 100) / 100, label }
  })
}

/** The same, spoken: `60分钟怎样分：签到3分钟，学习12分钟`. */
export function rulerWords(parts: readonly RulerPart[]): string {
  const total = parts.reduce((sum, { minutes }) => sum + minutes, 0)
  return `${total}分钟怎样分：${parts.map(({ kind, minutes }) => `${kind}${minutes}分钟`).join('，')}`
}

/** Where the wanted end stands on the bar, in hundredths, when the rows go past it. */
export function wantedEnd(
  rows: readonly { minutes: number }[],
  wanted: number | undefined,
): number | undefined {
  const total = rows.reduce((sum, { minutes }) => sum + minutes, 0)
  if (wanted === undefined || total <= wanted) return undefined
  return Math.round((wanted / total) * 10_000) / 100
}
