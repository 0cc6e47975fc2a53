import { parse } from 'postcss'
import type { ChildNode, Container, Rule } from 'postcss'

/** A sheet without the rules that name a class which is none of the words. */
export function sheetWith(css: string, words: ReadonlySet<string>): string {
  // What a value is put behind: after a hyphen any word, else a number, as in `l2`.
  const beginnings = [...words]
    .filter((word) => word.endsWith('${'))
    .map((word) => word.slice(0, -2))
  const isKnown = (name: string) =>
    words.has(name) ||
    beginnings.some(
      (beginning) =>
        name.startsWith(beginning) &&
        (/[-_]$/.test(beginning) || /^\d+$/.test(name.slice(beginning.length))),
    )
  const root = parse(css)
  root.walkRules((rule) => {
    if (isKeyframe(rule)) return
    if (!rule.selectors.some((selector) => classesOf(selector).every(isKnown))) removeUp(rule)
  })
  return root.toString()
}

/** The classes that elements must have for a selector to match. */
export function classesOf(selector: string): string[] {
  const plain = selector.replace(/:(not|is|has|where)\((?:[^()]|\([^()]*\))*\)/g, '')
  return [...plain.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name = '']) => name)
}

/** Every class that a sheet has rules for, sorted. */
export function classesIn(css: string): string[] {
  const classes = new Set<string>()
  parse(css).walkRules((rule) => {
    if (isKeyframe(rule)) return
    for (const name of rule.selectors.flatMap(classesOf)) classes.add(name)
  })
  return [...classes].sort()
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && /keyframes$/.test((parent as { name?: string }).name ?? '')
}

/** A query that holds nothing any more goes with its last rule. */
function removeUp(node: ChildNode): void {
  const parent = node.parent as Container | undefined
  node.remove()
  if (parent?.type === 'atrule' && parent.nodes?.length === 0) removeUp(parent as ChildNode)
}
