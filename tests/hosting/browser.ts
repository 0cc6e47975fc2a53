import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { findBrowser } from '../../scripts/install.js'
import { hostKinds } from './hosts.ts'
import type { Host, HostSetting } from './hosts.ts'

/** A Chromium and a host of one kind, for tests that look at a built site as readers do. */
export async function openBrowser(
  kind: string,
  setting: HostSetting,
): Promise<{ browser: Browser; host: Host }> {
  const known = hostKinds.find(({ name }) => name === kind)
  if (!known) throw new Error(`no host of the kind ${kind}`)
  const host = await known.start(setting)
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // Whatever a page asks of another host, it does not leave this machine.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
    ],
  })
  return { browser, host }
}
