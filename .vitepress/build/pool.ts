import { Worker } from 'node:worker_threads'

/** The same task given to whichever thread is free. */
export interface Pool<Task> {
  /** Hand over tasks; waits while every thread has more than it can begin. */
  give: (tasks: Task[]) => Promise<void>
  /** Waits for all answers and ends the threads. */
  finish: () => Promise<void>
  /** Ends the threads at once. */
  abandon: () => Promise<unknown>
}

/** Batches that wait for a thread beside the one it works on. */
const ahead = 2

/**
 * Threads that each run the module `name` of this folder. Each message is an array of tasks and is
 * answered by one message; what `settle` throws, or a thread dies of, is thrown by the next call.
 */
export function openPool<Task, Answer>(
  name: string,
  { threads, data, settle }: { threads: number; data: unknown; settle: (answer: Answer) => void },
): Pool<Task> {
  // Bundled, the module stands beside this one as JavaScript.
  const module = new URL(
    `./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
    import.meta.url,
  )
  const pending = new Map<Worker, number>()
  let failure: Error | undefined
  let wake = () => {}
  const workers = Array.from({ length: threads }, () => new Worker(module, { workerData: data }))
  for (const worker of workers) {
    pending.set(worker, 0)
    worker.on('message', (answer: Answer) => {
      pending.set(worker, (pending.get(worker) ?? 1) - 1)
      try {
        settle(answer)
      } catch (error) {
        failure ??= error instanceof Error ? error : new Error(String(error))
      }
      wake()
    })
    worker.on('error', (error: Error) => {
      failure ??= error
      wake()
    })
  }
  const until = async (ready: () => boolean): Promise<void> => {
    while (!failure && !ready()) await new Promise<void>((resolve) => (wake = resolve))
    if (failure) throw failure
  }
  const idlest = () =>
    workers.reduce((a, b) => ((pending.get(a) ?? 0) <= (pending.get(b) ?? 0) ? a : b))
  const abandon = () => Promise.all(workers.map((worker) => worker.terminate()))
  return {
    abandon,
    async give(tasks) {
      await until(() => (pending.get(idlest()) ?? 0) <= ahead)
      const worker = idlest()
      pending.set(worker, (pending.get(worker) ?? 0) + 1)
      worker.postMessage(tasks)
    },
    async finish() {
      await until(() => [...pending.values()].every((count) => count === 0))
      await abandon()
    },
  }
}
