import { parentPort } from 'node:worker_threads'
import type { CheckedIssue } from '../../src/rules/run.ts'
import { digestFile, memoryOf } from '../../src/content/digest.ts'
import type { Digest, DigestDepth, Digests } from '../../src/content/digest.ts'
import { withReader } from '../../src/content/files.ts'
import type { PortalFiles, TextFile } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import type { Library } from '../../src/content/library.ts'
import { covers } from './check-scope.ts'
import type { CheckScope } from './check-scope.ts'
import { render } from './render-batch.ts'
import type { RenderBatch, RenderedPage } from './render-batch.ts'
import { writeIndex } from './write-index.ts'

/** What a thread can be asked, and what it answers; both are plain data. */
export interface Task {
  digest: {
    input: { files: TextFile[]; depth: DigestDepth }
    output: [path: string, digest: Digest][]
  }
  /** The portal that `check` and `search` are about. */
  open: {
    input: { files: PortalFiles; digests: Digests; base?: string; url?: string }
    output: undefined
  }
  check: { input: { today: string; scope: CheckScope }; output: CheckedIssue[] }
  search: { input: { folder: string }; output: string[] }
  render: { input: RenderBatch; output: RenderedPage[] }
}

export interface Ask {
  name: keyof Task
  input: unknown
  /** Nobody waits for the answer. */
  silent?: boolean
}

export type Answer = { output: unknown } | { fault: string }

type Handlers = {
  [Name in keyof Task]: (
    input: Task[Name]['input'],
  ) => Task[Name]['output'] | Promise<Task[Name]['output']>
}

let library: Library | undefined
const opened = (): Library => {
  if (!library) throw new Error('no portal was opened')
  return library
}

const handlers: Handlers = {
  digest: ({ files, depth }) => files.map((file) => [file.path, digestFile(file, depth)]),
  open({ files, digests, base, url }) {
    const whole = { ...files, media: files.media.map(withReader) }
    library = buildLibrary(whole, { base, url, memory: memoryOf(files, digests) })
  },
  // The rules and the search index take long to load, and a thread may never need them.
  async check({ today, scope }) {
    const { checkLibrary } = await import('../../src/check/check.ts')
    return checkLibrary(opened(), { today, covers: covers(scope), rules: scope.rules })
  },
  search: ({ folder }) => writeIndex(opened(), folder),
  render,
}

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
    return { output: await handlers[name](input as never) }
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
