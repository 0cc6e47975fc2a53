import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { start, until } from './driver.ts'
import type { Tab } from './driver.ts'

/** What WebKitGTK writes of itself, not of the page. */
const notOurs = [/dbus|GLib|Gtk|GStreamer|ALSA|MESA|libEGL|a11y|Failed to (create|load) module/i]

/** Open WebKitGTK's small browser over WebDriver, on a display of its own. */
export async function openWebKit(program: string): Promise<Tab> {
  const home = mkdtempSync(join(tmpdir(), 'engine-'))
  narrowBars(home)
  const display = `:${97 + (process.pid % 50)}`
  const screen = start(
    'Xvfb',
    [display, '-screen', '0', '1500x1200x24', '-nolisten', 'tcp'],
    process.env,
  )
  await wait(1200)
  const port = 20_000 + (process.pid % 20_000)
  const driver = start('WebKitWebDriver', [`--port=${port}`], environment(home, display))
  await until('WebKitWebDriver', () => reachable(port))
  const call = callsTo(port)
  const { sessionId, capabilities } = await call<Session>('POST', '/session', {
    capabilities: { alwaysMatch: wanted(program) },
  })
  const tab = tabOn(call, `/session/${sessionId}`, driver.said)
  const close = async () => {
    await call('DELETE', `/session/${sessionId}`).catch(() => undefined)
    driver.child.kill()
    screen.child.kill()
    await wait(300)
    rmSync(home, { recursive: true, force: true })
  }
  return { version: `WebKitGTK/${capabilities.browserVersion}`, ...tab, close }
}

/** Its window is as wide as its bars at least, 447 px: a style sheet of GTK's makes room for a phone's width. */
function narrowBars(home: string): void {
  const folder = join(home, '.config', 'gtk-3.0')
  mkdirSync(folder, { recursive: true })
  const bars = '* { min-width: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; }'
  writeFileSync(join(folder, 'gtk.css'), bars)
}

interface Session {
  sessionId: string
  capabilities: { browserVersion: string }
}

function wanted(binary: string): object {
  const args = [
    '--automation',
    '--enable-write-console-messages-to-stdout=true',
    '--autoplay-policy=allow',
  ]
  return { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args } }
}

function environment(home: string, display: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DISPLAY: display,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    GDK_BACKEND: 'x11',
    LANG: 'C.UTF-8',
    LANGUAGE: 'zh_CN',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  }
}

function reachable(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/status`).then(
    () => true,
    () => false,
  )
}

type Call = <Value = unknown>(method: string, path: string, body?: object) => Promise<Value>

function callsTo(port: number): Call {
  return async <Value>(method: string, path: string, body?: object) => {
    const sent = body ? { body: JSON.stringify(body) } : {}
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...sent })
    // Every answer of the protocol has a value; a fault says what and why in it.
    const { value } = (await response.json()) as {
      value: Value & { error?: string; message?: string }
    }
    if (value?.error) throw new Error(`${value.error} ${value.message}`)
    return value
  }
}

function tabOn(call: Call, session: string, said: () => string): Omit<Tab, 'close' | 'version'> {
  let read = 0
  const evaluate = async (expression: string) => {
    const script = `var done=arguments[arguments.length-1];Promise.resolve((function(){return (${expression})})()).then(function(v){done(JSON.stringify({v:v===undefined?null:v}))},function(e){done(JSON.stringify({e:String(e)}))})`
    const answer = await call<string>('POST', `${session}/execute/async`, { script, args: [] })
    const { v, e } = JSON.parse(answer) as { v?: unknown; e?: string }
    if (e !== undefined) throw new Error(e)
    return v
  }
  const resize = async (width: number, height: number) => {
    const rect = (w: number, h: number) =>
      call('POST', `${session}/window/rect`, { x: 0, y: 0, width: w, height: h })
    await rect(width, height + 60)
    await wait(300)
    const [w, h] = (await evaluate('[innerWidth, innerHeight]')) as [number, number]
    await rect(2 * width - w, 2 * height + 60 - h)
    await wait(300)
  }
  return {
    complaints() {
      const fresh = said().slice(read)
      read = said().length
      return fresh
        .split('\n')
        .filter((line) => /CONSOLE.*(ERROR|WARN)|error/i.test(line))
        .filter((line) => !notOurs.some((one) => one.test(line)))
    },
    resize,
    goto: async (url) => void (await call('POST', `${session}/url`, { url })),
    reload: async () => void (await call('POST', `${session}/refresh`, {})),
    evaluate,
    picture: async () => Buffer.from(await call<string>('GET', `${session}/screenshot`), 'base64'),
  }
}
