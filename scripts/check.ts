import { ThreadedChecker } from '../builder/checker.ts'
import { todayOf } from '../src/check/check.ts'
import { refused, runCommand } from '../src/check/command.ts'
import type { Outcome } from '../src/check/command.ts'
import { readOptions, usage } from '../src/check/options.ts'
import type { CheckOptions } from '../src/check/options.ts'
import { watchPortal } from '../src/check/watch.ts'
import { paintFor } from '../src/report/colour.ts'
import { handleProcessErrors } from './command.ts'
import { portalRoot, programPath } from '../builder/folders.ts'

const root = portalRoot()
const checker = new ThreadedChecker(root, process.env.PORTAL_PROGRAM)

async function check(options: CheckOptions): Promise<void> {
  const [from, today, paint] = [
    process.cwd(),
    todayOf(new Date(), process.env.SOURCE_DATE_EPOCH),
    paintFor(process.stdout),
  ]
  const annotate = process.env.GITHUB_ACTIONS === 'true'
  const handbook = programPath('docs/handbook')
  print(await runCommand({ root, from, today, options, paint, checker, annotate, handbook }))
}

/** Whatever happens while files are half written, the next save is checked again. */
async function recheck(options: CheckOptions): Promise<void> {
  if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[3J\x1b[H')
  try {
    await check(options)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    process.stderr.write(`这一次没有查完：${reason}。保存以后会再查。\n`)
  }
  process.exitCode = 0
  process.stderr.write('正在等待改动，按 Ctrl+C 结束。\n')
}

function print({ stdout, stderr, code }: Outcome): void {
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = code
}

handleProcessErrors()
const options = readOptions(process.argv.slice(2))
if ('fault' in options) print(refused(options.fault))
else if (options.help) process.stdout.write(usage)
else if (options.watch) {
  let last = recheck(options)
  watchPortal(root, () => {
    last = last.then(() => recheck(options))
  })
} else {
  await check(options)
  await checker.close()
}
