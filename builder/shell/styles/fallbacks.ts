import type { AtRule, Declaration, PluginCreator, Rule } from 'postcss'
import { list } from 'postcss'
import { withoutComparison } from './comparison.ts'
import { flexGaps } from './flex-gap.ts'
import { queried } from './queried.ts'

/**
 * What older engines do in place of what they do not know, beside every rule that needs it. No plugin
 * that is kept does these; each is a few lines, and `src/engines/styles.ts` finds what one forgets.
 */
export const fallbacks: PluginCreator<void> = () => ({
  postcssPlugin: 'chaotou-fallbacks',
  Once(root) {
    root.walkRules(/:is\(/, spellOut)
    flexGaps(root)
    root.walkDecls('inset', spreadInset)
    root.walkDecls('aspect-ratio', holdRatio)
    root.walkDecls('overflow-wrap', breakWords)
    root.walkDecls('contain-intrinsic-size', nameSize)
    root.walkDecls(/^(?!--)/, compareLengths)
  },
})
fallbacks.postcss = true

/** Chromium 88, Safari 14, Firefox 78. Lightning CSS writes the whole rule three times, for older prefixes. */
function spellOut(rule: Rule): void {
  rule.selectors = rule.selectors.flatMap(alternatives)
}

function alternatives(selector: string): string[] {
  const [all, inside] = /:is\(([^()]*)\)/.exec(selector) ?? []
  if (!all || inside === undefined) return [selector]
  return list.comma(inside).flatMap((one) => alternatives(selector.replace(all, one)))
}

/** Chromium 87, Safari 14.1. Lightning CSS leaves alone an `inset` that computes with custom properties. */
function spreadInset(inset: Declaration): void {
  const [top = '', right = top, bottom = top, left = right] = list.space(inset.value)
  for (const [prop, value] of Object.entries({ top, right, bottom, left }))
    inset.cloneBefore({ prop, value })
  inset.remove()
}

/** Chromium 88, Safari 15, Firefox 89. Something of the ratio holds the box up, beside what stands in it. */
function holdRatio(ratio: Declaration): void {
  const [width, height] = ratio.value.split('/').map(Number)
  const padding = width && height ? `${(100 * height) / width}%` : '0'
  const behind = ruleOf(ratio)
  const selector = behind.selectors.map((one) => `${one}::before`).join()
  const held = { content: "''", float: 'left', 'padding-top': padding }
  queried('not (aspect-ratio: 1)', { behind, selector }, held)
}

/** Chromium 80, Safari 15.4. */
function breakWords(wrap: Declaration): void {
  if (wrap.value === 'anywhere') wrap.cloneBefore({ value: 'break-word' })
}

/** The size last rendered is remembered from Chromium 98 on. */
function nameSize(size: Declaration): void {
  if (size.value.startsWith('auto ')) size.cloneBefore({ value: size.value.slice(5) })
}

/**
 * `min()`, `max()` and `clamp()`: Chromium 79, Safari 13.1, Firefox 75. A value with a custom property
 * is found wrong only when it is used, too late for an earlier declaration: so a query tells.
 */
function compareLengths(declaration: Declaration): void {
  const { prop, value } = declaration
  const plain = withoutComparison(value)
  if (plain === value) return
  const behind = ruleOf(declaration)
  if (isQueried(behind)) return
  queried(knowsComparison, { behind, selector: behind.selector }, { [prop]: value })
  declaration.value = plain
}

const knowsComparison = '(width: clamp(1px, 1px, 1px))'

function isQueried({ parent }: Rule): boolean {
  // What holds a rule is a document or an at-rule.
  return parent?.type === 'atrule' && (parent as AtRule).params === knowsComparison
}

function ruleOf({ parent, prop }: Declaration): Rule {
  if (parent?.type !== 'rule') throw new Error(`${prop} stands in no rule`)
  return parent as Rule
}
