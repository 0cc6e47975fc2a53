import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLine, start, until } from './driver.ts'
import type { Line, Tab } from './driver.ts'

const preferences = {
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'browser.shell.checkDefaultBrowser': false,
  'app.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.aboutwelcome.enabled': false,
  'intl.accept_languages': 'zh-CN',
}

/** Firefox gives up what a page was still fetching when it is left, and says so. */
const notOurs = [
  /error loading dynamically imported module/,
  /NetworkError when attempting to fetch/,
]

/** Open Firefox over WebDriver BiDi. */
export async function openFirefox(program: string): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), 'engine-'))
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const { child, said } = start(program, args, { ...process.env, HOME: profile, MOZ_HEADLESS: '1' })
  const heard = () => /BiDi listening on (ws:\S+)/.exec(said())?.[1]
  const line = await openLine(`${await until('Firefox 的端口', heard, 60_000)}/session`)
  const tab = await tabOn(line)
  const close = async () => {
    await line.send('browser.close').catch(() => undefined)
    line.close()
    await new Promise((ended) => setTimeout(ended, 500))
    child.kill('SIGKILL')
    rmSync(profile, { recursive: true, force: true })
  }
  return { ...tab, close }
}

async function tabOn(line: Line): Promise<Omit<Tab, 'close'>> {
  const { capabilities } = await line.send<{ capabilities: { browserVersion: string } }>(
    'session.new',
    { capabilities: {} },
  )
  const complaints: string[] = []
  await line.send('session.subscribe', { events: ['log.entryAdded'] })
  line.on((method, { level, text }) => {
    const isComplaint = method === 'log.entryAdded' && /error|warn/.test(String(level))
    if (isComplaint && !notOurs.some((one) => one.test(String(text)))) complaints.push(String(text))
  })
  const { contexts } = await line.send<{ contexts: { context: string }[] }>(
    'browsingContext.getTree',
  )
  const context = contexts[0]?.context
  const load = (method: string, more: object) =>
    line.send(`browsingContext.${method}`, { context, wait: 'complete', ...more })
  return {
    version: `Firefox/${capabilities.browserVersion}`,
    complaints: () => complaints.splice(0),
    resize: async (width, height) => {
      const viewport = { width, height }
      await line.send('browsingContext.setViewport', { context, viewport, devicePixelRatio: 1 })
    },
    goto: async (url) => void (await load('navigate', { url })),
    reload: async () => void (await load('reload', {})),
    evaluate: (expression) => evaluate(line, context, expression),
    async picture() {
      const { data } = await line.send<{ data: string }>('browsingContext.captureScreenshot', {
        context,
      })
      return Buffer.from(data, 'base64')
    },
  }
}

interface Evaluated {
  type: 'success' | 'exception'
  result?: { value: string }
  exceptionDetails?: { text: string }
}

async function evaluate(line: Line, context: unknown, code: string): Promise<unknown> {
  const expression = `Promise.resolve((function(){return (${code})})()).then(function(v){return JSON.stringify(v===undefined?null:v)})`
  const answer = await line.send<Evaluated>('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
    userActivation: true,
  })
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text)
  return JSON.parse(answer.result?.value ?? 'null')
}
