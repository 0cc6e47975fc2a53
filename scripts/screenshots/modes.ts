import type { BrowserContextOptions, Page } from '@playwright/test'

export type Mode =
  'light' | 'dark' | 'large' | 'large-extra' | 'contrast' | 'forced-colours' | 'print' | 'no-script'

interface Look {
  /** What stands on the contact sheet. */
  title: string
  context?: BrowserContextOptions
  /** What the reader chose, as the display panel keeps it. */
  display?: Record<string, string>
}

/** The ways in which pages are looked at. */
export const modes: Readonly<Record<Mode, Look>> = {
  light: { title: '浅色' },
  dark: { title: '深色', display: { theme: 'dark' } },
  large: { title: '大字', display: { size: 'large' } },
  'large-extra': { title: '特大', display: { size: 'large-extra' } },
  contrast: { title: '高对比', display: { contrast: 'more' } },
  'forced-colours': { title: '强制颜色', context: { forcedColors: 'active' } },
  print: { title: '打印' },
  'no-script': { title: '没有脚本', context: { javaScriptEnabled: false } },
}

/** Make a page show itself as a reader chose, wherever it goes. */
export async function prepare(page: Page, mode: Mode): Promise<void> {
  const { display } = modes[mode]
  if (display)
    await page.addInitScript(
      (chosen) => localStorage.setItem('chaotou:display', chosen),
      JSON.stringify(display),
    )
}
