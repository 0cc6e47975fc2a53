import type { AtRule, Root, Rule } from 'postcss'
import { atRule, list, rule as newRule } from 'postcss'

/**
 * Chromium 84, Safari 14.1. No feature query asks for gaps of flex containers; these two came with
 * them: `ruby-position` in Chromium 84, `inset` in Safari 14.1. Firefox has had both since before 68.
 */
const noFlexGap = 'not ((inset: 0) or (ruby-position: over))'

/** A flex container as the sheet knows it so far. */
interface Container {
  wraps: boolean
  isColumn: boolean
  /** The margins its children have in place of its gap, by property. */
  margins: Map<string, string>
}

/**
 * Margins in place of gaps between the elements of flex containers, where gaps are unknown. Text of
 * its own beside an element gets none: icons and words are elements each. Published plugins give every
 * container negative margins and a chain of custom properties, which costs each page kilobytes.
 */
export function flexGaps(root: Root): void {
  const supports = atRule({ name: 'supports', params: noFlexGap, source: root.source })
  const containers = new Map<string, Container>()
  root.walkRules((rule) => {
    const own = declarationsOf(rule)
    for (const selector of rule.selectors) {
      const known = containers.get(selector) ?? containers.get(inAnyMode(selector))
      const container = /flex$/.test(own.display ?? '') ? containerOf(own) : known
      if (!container) continue
      containers.set(selector, container)
      const margins = marginsIn(own, container)
      if (margins.size > 0)
        append(supports, underMedia(rule, spacing(rule, selector, { container, margins })))
      for (const [prop, value] of margins) container.margins.set(prop, value)
      // What a mode says of it from here on, it says of a grid.
      if (leaves(own)) containers.delete(selector)
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

function containerOf(own: Declarations): Container {
  return {
    wraps: own['flex-wrap'] === 'wrap',
    isColumn: own['flex-direction'] === 'column',
    margins: new Map(),
  }
}

function leaves({ display = '' }: Declarations): boolean {
  return /^(grid|block)$/.test(display)
}

/** Margins of the children that a rule asks for; where its container is no longer flex, none again. */
function marginsIn(
  own: Declarations,
  { wraps, isColumn, margins }: Container,
): Map<string, string> {
  if (leaves(own)) return new Map([...margins.keys()].map((prop) => [prop, '0']))
  const [both = '0', second = both] = list.space(own.gap ?? '')
  const row = own['row-gap'] ?? both
  const column = own['column-gap'] ?? second
  const sides: [string, string][] = wraps
    ? [
        ['margin-right', column],
        ['margin-bottom', row],
      ]
    : [isColumn ? ['margin-top', row] : ['margin-left', column]]
  return new Map(sides.filter(([, value]) => value !== '0'))
}

/** Between elements on one line; after each where lines wrap, as nobody knows which is the last. */
function spacing(
  { source }: Rule,
  selector: string,
  { container, margins }: { container: Container; margins: Map<string, string> },
): Rule {
  const nodes = [...margins].map(([prop, value]) => ({ prop, value, source }))
  const children = container.wraps ? '*' : '* + *'
  return newRule({ selector: `${selector} > ${children}`, source }).append(...nodes)
}

/** In the media query of another rule, if that has one. */
function underMedia({ parent }: Rule, added: Rule): Rule | AtRule {
  // What holds a rule is the sheet or an at-rule.
  const media = parent?.type === 'atrule' ? (parent as AtRule) : undefined
  if (!media) return added
  const { name, params, source } = media
  return atRule({ name, params, source }).append(added)
}

/** Behind what is there, or with the selectors of a rule that declares the same. */
function append(supports: AtRule, added: Rule | AtRule): void {
  const like = supports.nodes?.find(
    (one): one is Rule =>
      one.type === 'rule' && added.type === 'rule' && String(one.nodes) === String(added.nodes),
  )
  if (like && added.type === 'rule') like.selectors = [...like.selectors, added.selector]
  else supports.append(added)
}
