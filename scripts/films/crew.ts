import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Task } from './worker.ts'

interface Reply {
  ready?: true
  done?: true
  error?: string
}

/** Make shots in so many processes at once; `told` hears of each that is done. */
export async function makeAll(
  tasks: readonly Task[],
  { workers, told }: { workers: number; told: (task: Task, done: number, all: number) => void },
): Promise<void> {
  const waiting = [...tasks]
  let done = 0
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
        execArgv: ['--import', 'tsx'],
      })
      let current: Task | undefined
      child.on('exit', (code) =>
        code ? reject(new Error(`做镜头的进程退出了（${code}）。`)) : resolve(),
      )
      child.on('message', (reply: Reply) => {
        if (reply.error) {
          child.kill()
          reject(new Error(reply.error))
          return
        }
        if (current) told(current, ++done, tasks.length)
        current = waiting.shift()
        if (current) child.send(current)
        else child.disconnect()
      })
    })
  await Promise.all(Array.from({ length: Math.min(workers, tasks.length) }, work))
}
