import { atRule, rule as newRule } from 'postcss'
import type { Rule } from 'postcss'

type Declarations = Record<string, string>

/** Put a rule of its own behind another, for browsers that answer a feature query. */
export function queried(
  query: string,
  { behind, selector }: { behind: Rule; selector: string },
  declarations: Declarations,
): void {
  const { source } = behind
  const nodes = Object.entries(declarations).map(([prop, value]) => ({ prop, value, source }))
  const supports = atRule({ name: 'supports', params: query, source })
  supports.append(newRule({ selector, source }).append(...nodes))
  behind.after(supports)
}
