import { atRule, rule as newRule } from 'postcss'
import type { Rule } from 'postcss'

type Declarations = Record<string, string>

/** Put a rule of its own behind another, for browsers that answer a feature query. */
export function queried(
  query: string,
  { behind, selector }: { behind: Rule; selector: string },
  declarations: Declarations,
): void {
  const nodes = Object.entries(declarations).map(([prop, value]) => ({ prop, value }))
  const supports = atRule({ name: 'supports', params: query })
  supports.append(newRule({ selector }).append(...nodes))
  behind.after(supports)
}
