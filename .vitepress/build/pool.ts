import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Answer, Ask, Task } from './worker.ts'

interface Waiting {
  ask: Ask
  resolve: (answer: unknown) => void
  reject: (error: Error) => void
}

/** More threads than this only wait for the disk and for each other. */
const mostThreads = 4

/** The same items in this many parts of about the same size, dealt out one by one. */
export function dealt<Item>(items: readonly Item[], parts: number): Item[][] {
  return Array.from({ length: parts }, (_, part) =>
    items.filter((_item, place) => place % parts === part),
  )
}

/**
 * Threads that share the work of a build, started when there is some. What is asked first is begun
 * first, by whichever thread is free; a thread that fails fails what it was asked.
 */
export class Pool {
  readonly threads = Math.min(mostThreads, availableParallelism())
  private readonly workers = new Map<Worker, Waiting | undefined>()
  private queue: Waiting[] = []
  private room: (() => void)[] = []
  private told: Ask[] = []

  run<Name extends keyof Task>(
    name: Name,
    input: Task[Name]['input'],
  ): Promise<Task[Name]['output']> {
    const ask = { name, input }
    // The worker answers a task with that task's output.
    return new Promise((resolve, reject) => {
      this.queue.push({ ask, resolve: resolve as Waiting['resolve'], reject })
      if (this.workers.size < this.threads && this.isBusy()) this.start()
      this.next()
    })
  }

  /** Say something to every thread before anything else it is asked. */
  tell<Name extends keyof Task>(name: Name, input: Task[Name]['input']): void {
    const ask = { name, input }
    this.told.push(ask)
    for (const worker of this.workers.keys()) worker.postMessage({ ...ask, silent: true })
  }

  /** Waits until asking for more keeps no thread from work: what waits in line takes memory. */
  async ready(): Promise<void> {
    while (this.queue.length > 0) await new Promise<void>((resolve) => this.room.push(resolve))
  }

  async close(): Promise<void> {
    await Promise.all([...this.workers.keys()].map((worker) => worker.terminate()))
    this.workers.clear()
  }

  private isBusy(): boolean {
    return [...this.workers.values()].every((waiting) => waiting !== undefined)
  }

  private start(): void {
    // Bundled, the module stands beside this one as JavaScript.
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    // Vue looks for this word when it is loaded: without it, pages are rendered with checks meant for
    // development, at twice the time.
    const env = { ...process.env, NODE_ENV: 'production' }
    const worker = new Worker(new URL(`./worker.${ending}`, import.meta.url), { env })
    this.workers.set(worker, undefined)
    for (const ask of this.told) worker.postMessage({ ...ask, silent: true })
    worker.on('message', (answer: Answer) => {
      const waiting = this.workers.get(worker)
      this.workers.set(worker, undefined)
      if ('fault' in answer) waiting?.reject(new Error(answer.fault))
      else waiting?.resolve(answer.output)
      this.next()
    })
    worker.on('error', (error: Error) => this.workers.get(worker)?.reject(error))
  }

  private next(): void {
    for (const [worker, waiting] of this.workers) {
      if (waiting) continue
      const first = this.queue.shift()
      if (!first) break
      this.workers.set(worker, first)
      worker.postMessage(first.ask)
    }
    if (this.queue.length > 0) return
    for (const resume of this.room.splice(0)) resume()
  }
}
