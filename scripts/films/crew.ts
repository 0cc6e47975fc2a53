import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Task } from './worker.ts'

interface Reply {
  done?: true
  error?: string
}

/** Processes that paint and encode shots; each reads the portal once, however many films it works on. */
export class Crew {
  private readonly members: ChildProcess[] = []

  constructor(private readonly size: number) {}

  /** Make shots, as many at once as there are members; `told` hears of each that is done. */
  async make(
    tasks: readonly Task[],
    told: (task: Task, done: number, all: number) => void,
  ): Promise<void> {
    const waiting = [...tasks]
    let done = 0
    const wanted = Math.min(this.size, tasks.length)
    while (this.members.length < wanted) this.members.push(hired())
    const work = async (member: ChildProcess) => {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        await made(member, task)
        told(task, ++done, tasks.length)
      }
    }
    await Promise.all(this.members.slice(0, wanted).map(work))
  }

  close(): void {
    for (const member of this.members) if (member.connected) member.disconnect()
  }
}

function hired(): ChildProcess {
  return fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  })
}

/** What is sent before a process listens waits for it. */
function made(member: ChildProcess, task: Task): Promise<void> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`做镜头的进程退出了（${code}）。`))
    member.once('exit', onExit)
    member.once('message', (reply: Reply) => {
      member.off('exit', onExit)
      if (reply.error) reject(new Error(reply.error))
      else resolve()
    })
    member.send(task)
  })
}
