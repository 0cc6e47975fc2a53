import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from './browsers.ts'
import type { Tab } from './driver.ts'
import { journeys } from './journeys.ts'
import { layoutFaults, pages, widths } from './layouts.ts'
import type { PageName } from './layouts.ts'
import { enlarged, rootSizes, withoutScripts } from './reading.ts'

interface Outcome {
  /** What was tried: `375 case`, `自测和记录`. */
  what: string
  faults: string[]
}

export interface Plan {
  /** Address of the host, without a slash at its end. */
  base: string
  /** The few pages and widths that tell most. */
  short: boolean
  /** Where pictures go; none are taken without. */
  pictures?: string
}

/** With what was opened on the way, 我的学习 is not empty. */
const telling: PageName[] = ['home', 'case', 'film', 'search', 'study']

/** Try everything on one browser. */
export async function tryBrowser(browser: Browser, tab: Tab, plan: Plan): Promise<Outcome[]> {
  const names = plan.short ? telling : (Object.keys(pages) as PageName[])
  const outcomes: Outcome[] = []
  const note = async (what: string, ask: () => Promise<string[]>) => {
    tab.complaints()
    const faults = await ask().catch((error: unknown) => [firstLine(error)])
    outcomes.push({ what, faults: [...faults, ...tab.complaints().map((one) => `控制台：${one}`)] })
  }
  for (const width of plan.short ? [375, 1280] : widths) {
    await tab.resize(width, width < 600 ? 812 : 900)
    for (const page of names)
      await note(`${width} ${page}`, () => layout(tab, { ...plan, page, width, ...browser }))
  }
  await tab.resize(375, 812)
  for (const [name, make] of Object.entries(journeys)) {
    await note(name, () => make({ tab, base: plan.base }).then(() => []))
  }
  if (!plan.short) await large(tab, plan, note)
  if (browser.oldest && tab.disableScripts) {
    // What the last page was still fetching is no concern of the next.
    await tab.goto(`${plan.base}/robots.txt`)
    await tab.disableScripts()
    for (const page of names)
      await note(`不用脚本 ${page}`, () => withoutScripts(tab, plan.base, page))
  }
  return outcomes
}

type Note = (what: string, ask: () => Promise<string[]>) => Promise<void>

async function large(tab: Tab, { base }: Plan, note: Note): Promise<void> {
  for (const page of ['home', 'case', 'data', 'film'] as const) {
    await tab.goto(base + pages[page])
    for (const size of rootSizes)
      for (const isLarge of [false, true])
        await note(`字号${size}${isLarge ? '加大字' : ''} ${page}`, () =>
          enlarged(tab, size, isLarge),
        )
  }
}

async function layout(
  tab: Tab,
  { base, page, width, pictures, name }: Plan & { page: PageName; width: number; name: string },
): Promise<string[]> {
  await tab.goto(base + pages[page])
  // Islands change what stands on the page.
  await wait(page === 'search' ? 1500 : 500)
  const faults = await layoutFaults(tab, width)
  if (pictures) await takePictures(tab, join(pictures, name), `${width}-${page}`)
  return faults
}

/** The page from its top to its end, a window at a time; few engines draw all of it at once. */
async function takePictures(tab: Tab, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const screens = Number(
    await tab.evaluate('Math.ceil(document.documentElement.scrollHeight / innerHeight)'),
  )
  for (let screen = 0; screen < screens; screen += 1) {
    await tab.evaluate(`scrollTo(0, ${screen} * innerHeight)`)
    await wait(100)
    const file = `${name}-${String(screen + 1).padStart(2, '0')}.png`
    writeFileSync(join(folder, file), await tab.picture())
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
