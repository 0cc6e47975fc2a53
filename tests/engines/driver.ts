import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import WebSocket from 'ws'

/** One tab of a browser, however it is driven. Code given to it is ES5, so that the oldest can run it. */
export interface Tab {
  /** As the browser names itself: `HeadlessChrome/70.0.3508.0`. */
  version: string
  /** Errors and warnings of the page, in order, since they were last taken. */
  complaints: () => string[]
  resize: (width: number, height: number) => Promise<void>
  goto: (address: string) => Promise<void>
  reload: () => Promise<void>
  /** The value of an expression, awaited; as JSON carries it. Rejects with what it throws. */
  evaluate: (expression: string) => Promise<unknown>
  picture: () => Promise<Buffer>
  /** Where the browser can go on without scripts. */
  disableScripts?: () => Promise<void>
  close: () => Promise<void>
}

interface Started {
  child: ChildProcess
  /** What it has written so far, on both streams. */
  said: () => string
}

/** Start a program and listen. */
export function start(program: string, args: string[], env: NodeJS.ProcessEnv): Started {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (text = (text + String(data)).slice(-200_000)))
  child.on('error', (error) => (text += String(error)))
  return { child, said: () => text }
}

/** Ask until there is an answer; rejects with the name of what was waited for. */
export async function until<Value>(
  name: string,
  ask: () => Value | Promise<Value>,
  milliseconds = 20_000,
): Promise<NonNullable<Exclude<Value, false | ''>>> {
  const end = Date.now() + milliseconds
  for (;;) {
    const answer = await ask()
    // Anything but nothing is an answer.
    if (answer) return answer as NonNullable<Exclude<Value, false | ''>>
    if (Date.now() > end) throw new Error(`没有等到${name}`)
    await wait(60)
  }
}

interface Message {
  id?: number
  method?: string
  // Whoever knows the method knows these.
  params?: Record<string, unknown>
  result?: unknown
  error?: { message?: string } | string
  message?: string
}

export interface Line {
  send: <Result = unknown>(method: string, params?: object) => Promise<Result>
  on: (hear: (method: string, params: Record<string, unknown>) => void) => void
  close: () => void
}

/** A JSON-RPC line over a WebSocket: how CDP and WebDriver BiDi both talk. */
export async function openLine(address: string): Promise<Line> {
  const socket = new WebSocket(address, { maxPayload: 1 << 28, perMessageDeflate: false })
  await new Promise<void>((open, fail) => socket.once('open', open).once('error', fail))
  const waiting = new Map<number, { done: (result: unknown) => void; fail: (why: Error) => void }>()
  const hearers: Parameters<Line['on']>[0][] = []
  let last = 0
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Message
    const asked = waiting.get(message.id ?? 0)
    if (!asked) return hearers.forEach((hear) => hear(message.method ?? '', message.params ?? {}))
    waiting.delete(message.id ?? 0)
    if (message.error) asked.fail(new Error(JSON.stringify(message.message ?? message.error)))
    else asked.done(message.result)
  })
  return {
    send: (method, params = {}) =>
      new Promise((done, fail) => {
        last += 1
        // Whoever asks knows the shape of the answer.
        waiting.set(last, { done: done as (result: unknown) => void, fail })
        setTimeout(() => fail(new Error(`浏览器没有回答 ${method}`)), 40_000).unref()
        socket.send(JSON.stringify({ id: last, method, params }))
      }),
    on: (hear) => void hearers.push(hear),
    close: () => socket.close(),
  }
}
