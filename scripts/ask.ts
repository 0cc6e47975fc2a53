import { createInterface } from 'node:readline/promises'
import type { Asked } from '../src/scaffold/plan.ts'

/** The person at the terminal pressed Ctrl-C or Ctrl-D instead of answering. */
export class Interrupted extends Error {}

/** Asks on the terminal, or takes answers line by line from a pipe; after its end all are empty. */
export function createAsker(): {
  ask: (asked: Asked) => Promise<string>
  confirm: (question: string) => Promise<boolean>
  close: () => void
} {
  const isTerminal = process.stdin.isTTY === true
  const lines = createInterface({
    input: process.stdin,
    ...(isTerminal ? { output: process.stdout } : {}),
  })
  const source = isTerminal ? undefined : lines[Symbol.asyncIterator]()
  const interrupted = new Promise<never>((_, reject) =>
    lines.once('close', () => reject(new Interrupted())),
  )
  // Closed with nothing left to ask, it interrupts nobody.
  interrupted.catch(() => {})
  const read = async (prompt: string): Promise<string> => {
    if (!source) return (await Promise.race([lines.question(prompt), interrupted])).trim()
    process.stdout.write(`${prompt}\n`)
    const { value, done } = await source.next()
    return done ? '' : value.trim()
  }
  return {
    async ask({ question, standard, fault }) {
      for (;;) {
        const answer = await read(`${question}${standard ? `[回车：${standard}]` : ''}\n> `)
        if (answer === '' && (standard || !isTerminal)) return ''
        const problem = fault(answer)
        if (!problem) return answer
        process.stdout.write(`  ${problem}\n`)
        if (!isTerminal) return ''
      }
    },
    confirm: async (question) =>
      isTerminal && /^(y|是|好|)$/i.test(await read(`${question}[Y/n] `)),
    close: () => lines.close(),
  }
}
