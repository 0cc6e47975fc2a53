import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { PortalFiles } from '../../src/content/files.ts'
import type { Library } from '../../src/content/library.ts'
import { errorOf } from './fault.ts'
import { serializeFiles } from './serialized-files.ts'
import { Tasks } from './tasks.ts'
import type { Opened, Task } from './tasks.ts'
import type { Answer, Ask } from './worker.ts'

interface Waiting {
  ask: Ask
  resolve: (answer: unknown) => void
  reject: (error: Error) => void
}

/** What a thread was given: the task it is at, then the one it goes on with. */
interface Hands {
  given: Waiting[]
  knowsPortal: boolean
}

/** More threads than this only wait for the disk and for each other. */
const mostThreads = 4
/** Tasks so long that this thread would hold up the others: it takes them only when it is alone. */
const long: ReadonlySet<keyof Task> = new Set(['search'])

/** Tasks that go before all others: this thread has yet to prepare more of them, or they take long. */
const first: ReadonlySet<keyof Task> = new Set(['render', 'search'])
/** Tasks about the portal that is open. */
const aboutPortal: ReadonlySet<keyof Task> = new Set([
  'inspect',
  'inspectLibrary',
  'segment',
  'texts',
])
/** So few tasks are done here before another thread is ready for them. */
const few = 2

/** Items in groups of at most this size. */
export function grouped<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, group) =>
    items.slice(group * size, (group + 1) * size),
  )
}

/**
 * Threads that share the work of a build; this thread is one of them while it has nothing else to do.
 * Of tasks of one kind what is asked first is begun first; a task that fails fails whoever asked.
 */
export class Pool {
  private readonly own = new Tasks()
  private readonly workers = new Map<Worker, Hands>()
  private queue: Waiting[] = []
  private listeners: (() => void)[] = []
  private opened: Ask | undefined

  constructor(readonly threads = Math.min(mostThreads, availableParallelism())) {}

  run<Name extends keyof Task>(
    name: Name,
    input: Task[Name]['input'],
  ): Promise<Task[Name]['output']> {
    const ask = { name, input }
    // A task is answered with its own output.
    return new Promise((resolve, reject) => {
      const waiting = { ask, resolve: resolve as Waiting['resolve'], reject }
      this.queue.splice(first.has(name) ? this.waitingFirst() : this.queue.length, 0, waiting)
      if (this.needsAnother()) this.start()
      this.next()
      this.changed()
    })
  }

  /** Start a thread before there is work for it: it loads what it will need meanwhile. */
  prepare(): void {
    if (this.threads > 1 && this.workers.size === 0) this.start()
    for (const worker of this.workers.keys())
      worker.postMessage({ name: 'prepare', input: undefined, silent: true } satisfies Ask)
  }

  /** The portal that tasks are about from now on. */
  open(library: Library, portal: Opened<PortalFiles>): void {
    this.own.use(library)
    this.opened = { name: 'open', input: { ...portal, files: serializeFiles(portal.files) } }
    for (const state of this.workers.values()) state.knowsPortal = false
  }

  /** Waits while every thread has its next task of this kind in line: what waits in line takes memory. */
  async ready(): Promise<void> {
    while (this.waitingFirst() > this.threads)
      await new Promise<void>((resolve) => this.listeners.push(resolve))
  }

  /** Take part in the work until what is waited for has come. */
  async until<Result>(wanted: Promise<Result>): Promise<Result> {
    let settled = false
    const settle = () => {
      settled = true
      this.changed()
    }
    wanted.then(settle, settle)
    while (!settled) {
      const waiting = this.takeHere()
      if (waiting) await this.do(waiting)
      else await new Promise<void>((resolve) => this.listeners.push(resolve))
      // Whoever waits for an answer of a worker comes before the next task here.
      await setImmediate()
    }
    return wanted
  }

  async close(): Promise<void> {
    await Promise.all([...this.workers.keys()].map((worker) => worker.terminate()))
    this.workers.clear()
  }

  /** How many tasks that go first are in line. */
  private waitingFirst(): number {
    const place = this.queue.findIndex(({ ask }) => !first.has(ask.name))
    return place < 0 ? this.queue.length : place
  }

  private takeHere(): Waiting | undefined {
    const place = this.queue.findIndex(({ ask }) => this.threads === 1 || !long.has(ask.name))
    return this.queue.splice(place, place < 0 ? 0 : 1)[0]
  }

  private async do({ ask: { name, input }, resolve, reject }: Waiting): Promise<void> {
    try {
      // The pool pairs names with inputs.
      resolve(await this.own[name](input as never))
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    this.changed()
  }

  private needsAnother(): boolean {
    if (this.workers.size >= this.threads - 1) return false
    const isBusy = [...this.workers.values()].every(({ given }) => given.length > 0)
    return isBusy && (this.queue.length > few || this.queue.some(({ ask }) => long.has(ask.name)))
  }

  private start(): void {
    // Bundled, the module stands beside this one as JavaScript.
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const worker = new Worker(new URL(`./worker.${ending}`, import.meta.url))
    const state: Hands = { given: [], knowsPortal: false }
    this.workers.set(worker, state)
    worker.on('message', (answer: Answer) => {
      // They are answered in the order they were given.
      const done = state.given.shift()
      if ('fault' in answer) done?.reject(errorOf(answer))
      else done?.resolve(answer.output)
      this.next()
      this.changed()
    })
    worker.on('error', (error: Error) => {
      for (const { reject } of state.given) reject(error)
    })
  }

  private next(): void {
    for (const [worker, state] of this.workers) {
      while (this.hasRoom(state)) {
        const waiting = this.queue.shift()
        if (!waiting) return
        if (aboutPortal.has(waiting.ask.name) && !state.knowsPortal) {
          worker.postMessage({ ...this.opened, silent: true })
          state.knowsPortal = true
        }
        state.given.push(waiting)
        worker.postMessage(waiting.ask)
      }
    }
  }

  /**
   * A thread at work is given the next task before it has done, for this one may be long busy itself
   * before it hears of it; not behind a long task, nor when others would have none left.
   */
  private hasRoom({ given: [current, ...more] }: Hands): boolean {
    if (!current) return true
    return more.length === 0 && !long.has(current.ask.name) && this.queue.length > 2 * this.threads
  }

  /** The queue is not what it was. */
  private changed(): void {
    for (const resume of this.listeners.splice(0)) resume()
  }
}
