import { pageTypes } from './page-types.ts'
import { expect, test } from './portal.ts'
import { smallTargets, smallTexts } from './sizes.ts'

/** Pixels a text and a target have at least, in each size of letters. */
const least = {
  '': { text: 14, target: 44 },
  large: { text: 18, target: 52 },
  'large-extra': { text: 18, target: 52 },
} as const

for (const [type, address] of Object.entries(pageTypes))
  test(`${type} is large enough to read and to tap in every size`, async ({ page }) => {
    await page.goto(address)
    // What is far below keeps the places it had; every part is laid out in each size.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('* { content-visibility: visible !important; }')
      document.adoptedStyleSheets.push(sheet)
    })
    for (const [size, { text, target }] of Object.entries(least)) {
      await page.evaluate((chosen) => {
        document.documentElement.toggleAttribute('data-size', chosen !== '')
        if (chosen) document.documentElement.dataset.size = chosen
      }, size)
      expect.soft(await smallTexts(page, text), `texts ${size}`).toEqual([])
      expect.soft(await smallTargets(page, target), `targets ${size}`).toEqual([])
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(wider, `pixels wider than the screen ${size}`).toBe(0)
    }
  })
