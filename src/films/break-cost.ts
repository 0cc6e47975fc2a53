/**
 * What it costs to break a caption between a line and the phrase that follows, in ems of unevenness:
 * nothing after a mark, most where what is said together is torn.
 */
export function breakCost(line: string, next: string): number {
  if (/[，。；：]$/.test(line)) return 0
  if (line.endsWith('、')) return 3
  return isQuoting(line) || leads.test(line) || follows.test(next) ? 12 : 7
}

/** A line that ends in a word that leads to the next, or in one or two characters after a mark. */
const leads = /[那这每某也就在把被给对向从和与及或以]$|[，。；：、].{1,2}$/

/** Words that close the phrase before them: 以志愿者身份, 报道刊发时, 唯一获评的. */
const follows =
  /^(?:[的地得了着过上下里中内外时前后等]|身份|名义|方式|以[来前后]|之[前后])[，。；：、]?$/

function isQuoting(line: string): boolean {
  return /[“《][^”》]*$/.test(line)
}
