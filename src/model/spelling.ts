import { pinyin } from 'pinyin-pro'

/** A name as an address spells it: 组织力 → zu-zhi-li. */
export function spelt(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

const longest = 40

/** A file name proposed for a title: its spelling, cut between syllables when it is long. */
export function slugFor(title: string): string {
  const whole = spelt(title.slice(0, 60))
  if (whole.length <= longest) return whole
  const cut = whole.slice(0, longest + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1)).replace(/-$/, '')
}
