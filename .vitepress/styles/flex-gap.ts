import type { AtRule, Root, Rule } from 'postcss'
import { atRule, list, rule as newRule } from 'postcss'

/**
 * Chromium 84, Safari 14.1. No feature query asks for gaps of flex containers; these two came with
 * them: `ruby-position` in Chromium 84, `inset` in Safari 14.1. Firefox has had both since before 68.
 */
const noFlexGap = 'not ((inset: 0) or (ruby-position: over))'

/**
 * Margins in place of gaps between the elements of flex containers, where gaps are unknown. Text of
 * its own beside an element gets none: icons and words are elements each. Published plugins give every
 * container negative margins and a chain of custom properties, which costs each page kilobytes.
 */
export function flexGaps(root: Root): void {
  const supports = atRule({ name: 'supports', params: noFlexGap })
  const containers = new Map<string, Declarations>()
  const spaced = new Set<string>()
  root.walkRules((rule) => {
    const own = declarationsOf(rule)
    const isFlex = /flex$/.test(own.display ?? '')
    if (isFlex) for (const one of rule.selectors) containers.set(one, own)
    for (const selector of rule.selectors) {
      const container = containers.get(selector) ?? containers.get(inAnyMode(selector))
      if (!container) continue
      const leaves = /^(grid|block)$/.test(own.display ?? '') && spaced.has(selector)
      const gap = leaves ? { row: '0', column: '0' } : gapOf(own)
      if (!gap || (own.display !== undefined && !isFlex && !leaves)) continue
      spaced.add(selector)
      const spacing = spacingOf(selector, { container, gap, leaves })
      if (spacing) supports.append(underMedia(rule, spacing))
    }
  })
  // Queried once, at the end: the query repeated beside each rule costs more than the rules.
  if (supports.nodes) root.append(supports)
}

type Declarations = Record<string, string | undefined>

function declarationsOf(rule: Rule): Declarations {
  const own: Declarations = {}
  rule.each((node) => {
    if (node.type === 'decl') own[node.prop] = node.value
  })
  return own
}

/** A reader's display settings are attributes of the root, written first. */
function inAnyMode(selector: string): string {
  return selector.replace(/^\[data-[^\]]+\] /, '')
}

interface Gap {
  row: string
  column: string
}

function gapOf(own: Declarations): Gap | undefined {
  const [both, second = both] = list.space(own.gap ?? '')
  const row = own['row-gap'] ?? both
  const column = own['column-gap'] ?? second
  return (row ?? column) ? { row: row ?? '0', column: column ?? '0' } : undefined
}

/** Between elements on one line; after each where lines wrap, as nobody knows which is the last. */
function spacingOf(
  selector: string,
  { container, gap, leaves }: { container: Declarations; gap: Gap; leaves: boolean },
): Rule | undefined {
  const wraps = container['flex-wrap'] === 'wrap'
  const isColumn = container['flex-direction'] === 'column'
  const margins: [string, string][] = wraps
    ? [
        ['margin-right', gap.column],
        ['margin-bottom', gap.row],
      ]
    : [isColumn ? ['margin-top', gap.row] : ['margin-left', gap.column]]
  const nodes = margins
    .filter(([, value]) => leaves || value !== '0')
    .map(([prop, value]) => ({ prop, value }))
  if (nodes.length === 0) return undefined
  return newRule({ selector: `${selector} > ${wraps ? '*' : '* + *'}` }).append(...nodes)
}

/** In the media query of another rule, if that has one. */
function underMedia({ parent }: Rule, spacing: Rule): Rule | AtRule {
  // What holds a rule is the sheet or an at-rule.
  const media = parent?.type === 'atrule' ? (parent as AtRule) : undefined
  return media ? atRule({ name: media.name, params: media.params }).append(spacing) : spacing
}
