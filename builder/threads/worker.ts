import { parentPort } from 'node:worker_threads'
import { faultOf } from './fault.ts'
import type { Fault } from './fault.ts'
import { Tasks } from './tasks.ts'
import type { Task } from './tasks.ts'

export interface Ask {
  name: keyof Task
  input: unknown
  /** Nobody waits for the answer. */
  silent?: boolean
}

export type Answer = { output: unknown } | Fault

const tasks = new Tasks()

let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (ask: Ask) => {
  // One after the other: what was told is known before the next question.
  last = last.then(async () => {
    const answer = await answerTo(ask)
    if (!ask.silent) parentPort?.postMessage(answer)
  })
})

async function answerTo({ name, input }: Ask): Promise<Answer> {
  try {
    // The pool pairs names with inputs.
    return { output: await tasks[name](input as never) }
  } catch (error) {
    return faultOf(error)
  }
}
