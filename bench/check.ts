/**
 * `npm run bench:check -- [--entries 1000,10000] [--runs 3]`: how long the check takes, and how much
 * memory, on seeded portals. Of several runs the fastest counts: the others waited for something.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writePortal } from './check-corpus.ts'

interface Usage {
  megabytes: number
  cpuSeconds: number
}

interface Measured extends Usage {
  seconds: number
}

const repository = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '3' },
  },
})

function runOnce(root: string, parameters: readonly string[]): Measured {
  const usage = join(root, '.usage.json')
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', './bench/peak.js', 'scripts/check.js', '--quiet', ...parameters],
    {
      cwd: repository,
      env: { ...process.env, PORTAL_ROOT: root, BENCH_USAGE: usage },
      encoding: 'utf8',
    },
  )
  const seconds = (performance.now() - start) / 1000
  if (status !== 0 && status !== 1) throw new Error(stderr)
  // Written by peak.js, and by nothing else.
  const used = JSON.parse(readFileSync(usage, 'utf8')) as Usage
  rmSync(usage)
  return { seconds, ...used }
}

function best(runs: readonly Measured[]): Measured {
  const least = (key: keyof Measured) => Math.min(...runs.map((run) => run[key]))
  return {
    seconds: least('seconds'),
    cpuSeconds: least('cpuSeconds'),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  }
}

function measure(root: string, parameters: readonly string[]): Measured {
  return best(Array.from({ length: Number(values.runs) }, () => runOnce(root, parameters)))
}

/** Where nobody checked before: what earlier runs read is known by the folder it was read from. */
function measureFirst(root: string): Measured {
  const runs = Array.from({ length: Number(values.runs) }, (_, run) => {
    const elsewhere = `${root}-${run}`
    renameSync(root, elsewhere)
    try {
      return runOnce(elsewhere, [])
    } finally {
      renameSync(elsewhere, root)
    }
  })
  return best(runs)
}

/** Commit the portal, then change a sentence of one entry. */
function changeOne(root: string): void {
  const git = (...parameters: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...parameters],
      {
        cwd: root,
        stdio: 'ignore',
      },
    )
  git('init', '-q')
  git('add', '-A')
  git('commit', '-q', '-m', 'bench')
  const path = join(root, 'content/cases/case-5.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace('600余家', '700余家'))
}

function row(entries: number, what: string, { seconds, cpuSeconds, megabytes }: Measured): string {
  const figures = [seconds.toFixed(2), cpuSeconds.toFixed(2), megabytes.toFixed(0)]
  return `| ${[entries, what, ...figures].join(' | ')} |\n`
}

process.stdout.write(`${cpus().length} 核，Node ${process.version}\n\n`)
process.stdout.write('| 条目 | 检查 | 秒 | CPU 秒 | 内存 MB |\n|---:|---|---:|---:|---:|\n')
for (const entries of values.entries.split(',').map(Number)) {
  const root = mkdtempSync(join(tmpdir(), 'bench-check-'))
  try {
    writePortal(root, entries)
    process.stdout.write(row(entries, '全部，第一次', measureFirst(root)))
    process.stdout.write(row(entries, '全部，再查一次', measure(root, [])))
    changeOne(root)
    process.stdout.write(row(entries, '--changed，改一篇', measure(root, ['--changed'])))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
