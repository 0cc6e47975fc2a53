/**
 * `npm run bench:build -- [--entries 100,1000] [--generators 潮头,VitePress,…] [--peers-up-to 1000]
 * [--output <file>] [--handbook]`: seeded portals built by 潮头 with everything on, and equivalent pages by
 * other generators, in the same run; sizes above the given one are built by 潮头 alone. `--handbook`
 * writes the handbook's table.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { changedFiles, snapshot } from './build-output.ts'
import { buildTable } from './build-report.ts'
import type { Row } from './build-report.ts'
import { writePortal } from './check-corpus.ts'
import { forget, generators, isThere } from './generators.ts'
import type { Generator } from './generators.ts'
import { runMeasured } from './process-tree.ts'
import type { Run } from './process-tree.ts'
import { writeSection } from './performance-page.ts'

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '100,1000' },
    generators: { type: 'string', default: generators.map(({ name }) => name).join(',') },
    'peers-up-to': { type: 'string', default: 'Infinity' },
    handbook: { type: 'boolean', default: false },
    output: {
      type: 'string',
      default: fileURLToPath(new URL('./results/build.md', import.meta.url)),
    },
  },
})

/** Inside the repository, so that a project finds the packages generators are made of. */
const work = resolve(fileURLToPath(new URL('./.work', import.meta.url)))
const edited = 'case-7'

async function measure(generator: Generator, portal: string, entries: number): Promise<Row> {
  const project = mkdtempSync(join(work, 'project-'))
  try {
    generator.prepare(project, portal)
    forget(generator, project)
    const { command, args, env = {}, cwd = project } = generator.command(project)
    const run = async (...more: string[]): Promise<Run> => {
      const done = await runMeasured(command, [...args, ...more], { cwd, env })
      if (done.code !== 0) throw new Error(`${generator.name}：${done.output.slice(-800)}`)
      return done
    }
    const first = await run(...(generator.fresh ?? []))
    const output = join(project, generator.output)
    const before = snapshot(output)
    const again = await run()
    appendFileSync(join(project, generator.source(edited)), '\n补上一句话，看看要多久。\n')
    const edit = await run()
    const after = snapshot(output)
    return {
      generator: generator.name,
      lacks: generator.lacks,
      entries,
      first,
      again,
      edit,
      output: before,
      changed: changedFiles(before, after),
    }
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}

mkdirSync(work, { recursive: true })
mkdirSync(resolve(values.output, '..'), { recursive: true })
const rows: Row[] = []
for (const entries of values.entries.split(',').map(Number)) {
  const portal = mkdtempSync(join(work, 'portal-'))
  writePortal(portal, entries)
  const wanted = generators.filter(({ name }) => values.generators.split(',').includes(name))
  const alone = entries > Number(values['peers-up-to'])
  for (const generator of wanted.filter(({ name }) => !alone || name === '潮头')) {
    if (!isThere(generator)) {
      process.stderr.write(`没有 ${generator.name}，跳过。\n`)
      continue
    }
    process.stderr.write(`${generator.name} · ${entries} 篇…\n`)
    try {
      rows.push(await measure(generator, portal, entries))
      // Written as it grows: a run that is broken off leaves what it measured.
      writeFileSync(values.output, buildTable(rows))
    } catch (error) {
      // A generator that fails at a size is a result too, and must not cost the others theirs.
      process.stderr.write(`${generator.name} 没有跑完：${String(error).slice(0, 600)}\n`)
    }
  }
  rmSync(portal, { recursive: true, force: true })
}
rmSync(work, { recursive: true, force: true })
if (values.handbook) writeSection('构建', buildTable(rows))
process.stdout.write(buildTable(rows))
