import type { Page } from '@playwright/test'
import axe from 'axe-core'
import type { RunOptions } from 'axe-core'

/** What axe finds wrong with a page as it is shown now, as `rule: element, what it asks for`. */
export async function accessibilityFaults(page: Page, options: RunOptions = {}): Promise<string[]> {
  // The page keeps it: a second look need not bring half a megabyte again.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    // No page has frames.
    { ...options, iframes: false, resultTypes: ['violations'] } satisfies RunOptions,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}
