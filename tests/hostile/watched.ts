import type { Browser, BrowserContext, Page } from '@playwright/test'

/** A browser in which nothing may run, ask, open or leave; whatever does is a fault. */
interface Watched {
  context: BrowserContext
  /** Opens a tab that reports what happens in it. */
  open: () => Promise<Page>
  faults: string[]
}

export async function watched(
  browser: Browser,
  { origin, bypassCSP }: { origin: string; bypassCSP: boolean },
): Promise<Watched> {
  const context = await browser.newContext({ bypassCSP, locale: 'zh-CN' })
  const faults: string[] = []
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    )
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const)
      window[name] = () => {
        console.error(`ran: ${name}`)
        return null as never
      }
  })
  // Not a route: every request would wait for this process, and none would be kept by the browser.
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) faults.push(`asked ${request.url()}`)
  })
  const open = async () => {
    const page = await context.newPage()
    const fault = (what: string) => faults.push(`${page.url()}: ${what}`)
    page.on('console', (message) => {
      if (message.type() === 'error') fault(message.text())
    })
    page.on('dialog', async (dialog) => {
      fault(`dialog ${dialog.message()}`)
      await dialog.dismiss()
    })
    page.on('pageerror', (error) => fault(error.message))
    page.on('popup', () => fault('popup'))
    return page
  }
  return { context, open, faults }
}
