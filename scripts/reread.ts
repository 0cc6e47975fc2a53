import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Library } from '../src/content/library.ts'
import type { FactUse } from '../src/overview/facts.ts'
import { rereadCard, withRereading } from '../src/overview/reread.ts'
import type { Rereading } from '../src/overview/reread.ts'

interface Session {
  library: Library
  root: string
  rereading: Rereading
}

const question = '对得上写 y，对不上写 n，跳过按回车，停下写 q：'

/** Show facts one after the other, ask whether each agrees with its source, and record the answers. */
export async function reread(uses: readonly FactUse[], session: Session): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const lines = terminal[Symbol.asyncIterator]()
  const ask = async (text: string): Promise<string | undefined> => {
    process.stdout.write(text)
    const { value, done } = await lines.next()
    return done ? undefined : value.trim()
  }
  let recorded = 0
  for (const [index, use] of uses.entries()) {
    process.stdout.write(`\n[${index + 1}/${uses.length}] ${rereadCard(use, session.library)}\n`)
    const answer = await ask(question)
    if (answer === undefined || answer === 'q') break
    if (answer !== 'y' && answer !== 'n') continue
    const differs = answer === 'n' ? await ask('哪里对不上：') : undefined
    if (answer === 'n' && !differs) continue
    record(use, session, differs)
    recorded++
  }
  terminal.close()
  const left = uses.length - recorded
  process.stdout.write(`\n记下${recorded}条，还有${left}条该复读。\n`)
}

/** Write one answer at once: a session that is broken off loses nothing. */
function record({ fact, source }: FactUse, session: Session, differs: string | undefined): void {
  const { library, root, rereading } = session
  const file = library.sources.get(source.id)?.file
  if (!file) return
  const path = join(root, file)
  const answer = { ...rereading, ...(differs ? { differs } : {}) }
  const text = withRereading(readFileSync(path, 'utf8'), fact.id, answer)
  if (text !== undefined) writeFileSync(path, text)
}
