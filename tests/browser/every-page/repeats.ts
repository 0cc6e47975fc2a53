import type { Page } from '@playwright/test'

/**
 * Leave three of all parts that are marked alike and stand in the same place: rows of a list have the
 * colours of the row before the last. What changes a page so cannot be undone.
 */
export function dropRepeats(page: Page): Promise<void> {
  return page.evaluate(() => {
    const named = ({ tagName, attributes }: Element) =>
      [...attributes].reduce(
        (name, { name: attribute, value }) =>
          name + (attribute === 'class' ? `.${value}` : `[${attribute}]`),
        tagName,
      )
    const shapes = new Map<Element, string>()
    const shapeOf = (element: Element): string => {
      const shape = `${named(element)}(${[...element.children].map(shapeOf).join()})`
      shapes.set(element, shape)
      return shape
    }
    shapeOf(document.body)
    const met = new Map<string, number>()
    const drop = (parent: Element, path: string): void => {
      for (const child of [...parent.children]) {
        const place = `${path}>${shapes.get(child)}`
        const count = (met.get(place) ?? 0) + 1
        met.set(place, count)
        if (count > 3) child.remove()
        else drop(child, `${path}>${named(child)}`)
      }
    }
    drop(document.body, '')
  })
}
