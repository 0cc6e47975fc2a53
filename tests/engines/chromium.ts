import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLine, start, until } from './driver.ts'
import type { Line, Tab } from './driver.ts'

/** What a Chromium says of the page that is no complaint about the page. */
const notOurs = [
  // A directive that is newer than the browser; others read it.
  /Unrecognized Content-Security-Policy directive/,
  // The page that is not there is asked for on purpose.
  /the server responded with a status of 404/,
]

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--hide-scrollbars',
  '--mute-audio',
  '--autoplay-policy=no-user-gesture-required',
  '--lang=zh-CN',
  '--remote-debugging-port=0',
]

/** Open a Chromium over the DevTools protocol; `folder` holds the browser and, if need be, its libraries. */
export async function openChromium(program: string, libraries?: string): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), 'engine-'))
  const paths = libraries && existsSync(libraries) ? { LD_LIBRARY_PATH: libraries } : {}
  const env = { ...process.env, HOME: profile, ...paths }
  const headless = libraries ? '--headless' : '--headless=new'
  const args = [headless, ...switches, `--user-data-dir=${profile}`, 'about:blank']
  const { child, said } = start(program, args, env)
  const socket = await until('浏览器的端口', () => /listening on (ws:\S+)/.exec(said())?.[1])
  const { host } = new URL(socket)
  const target = await until('标签页', async () => pageAmong(await ask(`http://${host}/json/list`)))
  const line = await openLine(target)
  const { Browser: version = '' } = (await ask(`http://${host}/json/version`)) as {
    Browser?: string
  }
  const tab = await tabOn(line, version)
  const close = async () => {
    line.close()
    child.kill('SIGKILL')
    await new Promise((ended) => setTimeout(ended, 200))
    rmSync(profile, { recursive: true, force: true })
  }
  return { ...tab, close }
}

async function ask(address: string): Promise<unknown> {
  return (await fetch(address)).json()
}

function pageAmong(targets: unknown): string | undefined {
  const list = targets as { type: string; webSocketDebuggerUrl: string }[]
  return list.find(({ type }) => type === 'page')?.webSocketDebuggerUrl
}

async function tabOn(line: Line, version: string): Promise<Omit<Tab, 'close'>> {
  const complaints: string[] = []
  let loads = 0
  line.on((method, params) => {
    if (method === 'Page.loadEventFired') loads += 1
    const complaint = complaintOf(method, params)
    if (complaint && !notOurs.some((one) => one.test(complaint))) complaints.push(complaint)
  })
  for (const domain of ['Page', 'Runtime', 'Log']) await line.send(`${domain}.enable`)
  const loaded = async (act: () => Promise<unknown>, name: string) => {
    const before = loads
    await act()
    await until(name, () => loads > before)
  }
  return {
    version,
    complaints: () => complaints.splice(0),
    resize: async (width, height) => {
      const metrics = { width, height, deviceScaleFactor: 1, mobile: width < 600 }
      await line.send('Emulation.setDeviceMetricsOverride', metrics)
    },
    goto: (url) => loaded(() => line.send('Page.navigate', { url }), url),
    reload: () => loaded(() => line.send('Page.reload'), '重新载入'),
    evaluate: (expression) => evaluate(line, expression),
    async picture() {
      const { data } = await line.send<{ data: string }>('Page.captureScreenshot', {
        format: 'png',
      })
      return Buffer.from(data, 'base64')
    },
    disableScripts: async () =>
      void (await line.send('Emulation.setScriptExecutionDisabled', { value: true })),
  }
}

interface Evaluated {
  result: { value: unknown }
  exceptionDetails?: { text: string; exception?: { description?: string } }
}

async function evaluate(line: Line, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await line.send<Evaluated>('Runtime.evaluate', {
    expression,
    returnByValue: true,
    awaitPromise: true,
    userGesture: true,
  })
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

/** An error or a warning as one line; events are shaped by the protocol. */
function complaintOf(method: string, params: Record<string, unknown>): string | undefined {
  if (method === 'Runtime.exceptionThrown') {
    const { text, exception } = (
      params as unknown as { exceptionDetails: Evaluated['exceptionDetails'] }
    ).exceptionDetails ?? { text: '' }
    return exception?.description ?? text
  }
  if (method === 'Runtime.consoleAPICalled' && /error|warning|assert/.test(String(params.type)))
    return (params.args as { value?: unknown; description?: string }[])
      .map(({ value, description }) => String(value ?? description))
      .join(' ')
  if (method !== 'Log.entryAdded') return undefined
  const { level, text } = params.entry as { level: string; text: string }
  return /error|warning/.test(level) ? text : undefined
}
