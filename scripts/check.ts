import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { formatHuman, summaryLine } from '../src/report/human.ts'
import { ruleInfos, rules } from '../src/rules/index.ts'
import { locatedFiles } from '../src/rules/locate.ts'
import { runRules } from '../src/rules/run.ts'

/**
 * Check the portal at `PORTAL_ROOT`, or this repository. Exit code: 0 clean or warnings only, 1
 * errors, 2 wrong invocation.
 */
function check(root: string): number {
  const library = buildLibrary(readPortal(root))
  const today = new Date().toISOString().slice(0, 10)
  const issues = runRules({ library, rules, today, known: ruleInfos })
  const files = locatedFiles(library)
  const report = formatHuman(issues, (file) => files.get(file)?.text)
  process.stdout.write(
    `${report}${report ? '\n' : ''}${summaryLine(issues, library.entries.length)}\n`,
  )
  return issues.some(({ severity }) => severity === 'error') ? 1 : 0
}

function invocationFault(root: string): string | undefined {
  try {
    parseArgs({ options: {} })
  } catch (error) {
    return `用法：npm run check。${error instanceof Error ? error.message : ''}`
  }
  return existsSync(resolve(root, 'content')) ? undefined : `${root} 里没有 content 文件夹。`
}

const root = resolve(process.env.PORTAL_ROOT ?? fileURLToPath(new URL('..', import.meta.url)))
const fault = invocationFault(root)
if (fault) process.stderr.write(`${fault}\n`)
process.exitCode = fault ? 2 : check(root)
