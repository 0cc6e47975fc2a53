import { test as base, expect } from '@playwright/test'

export { expect }

interface Watched {
  /** What the browser complained of so far; a test that expects a complaint takes it out. */
  faults: string[]
}

/**
 * A test that fails when a page logs an error or a warning, throws, breaks its content policy, gets
 * a bad answer or asks another origin.
 */
export const test = base.extend<Watched>({
  faults: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = []
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text())
      })
      context.on('weberror', (error) => faults.push(String(error.error())))
      context.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL}/`)) faults.push(`asked ${request.url()}`)
      })
      await context.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
        ),
      )
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})
