import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { areas } from '../src/rules/engine/rule.ts'
import { syncPage } from '../src/rules/handbook/page.ts'
import { readCommand } from './command.ts'

const { values } = readCommand({
  name: 'rules:pages',
  says: '由规则更新登记表和手册的规则页。',
  options: { check: { type: 'boolean', default: false, says: '只说要更新什么，不改文件' } },
})

/**
 * Bring the registry and the handbook in line with the files of `src/rules`: the `index.ts` of each
 * area exports its rules, and each rule has a page whose header says what the rule says. `--check`
 * changes nothing and fails when something is out of line.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const checkOnly = values.check
const stale: string[] = []

for (const area of Object.keys(areas)) write(`src/rules/${area}/index.ts`, registryOf(area))
const { ruleInfos } = await import('../src/rules/index.ts')
for (const rule of ruleInfos) {
  const path = `docs/handbook/rules/${rule.id}.md`
  write(
    path,
    syncPage(existsSync(root + path) ? readFileSync(root + path, 'utf8') : undefined, rule),
  )
}
if (stale.length > 0) {
  process.stdout.write(
    stale.map((path) => `${checkOnly ? '需要更新' : '已更新'} ${path}\n`).join(''),
  )
  if (checkOnly) process.exitCode = 1
}

/** Every file of an area is a rule, but for the tests beside them. */
function registryOf(area: string): string {
  const files = readdirSync(`${root}src/rules/${area}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
    .sort()
  const lines = files.map((name) => `export * from './${name}'\n`)
  return `// Written by \`npm run rules:pages\`.\n${lines.join('')}`
}

function write(path: string, text: string): void {
  if (existsSync(root + path) && readFileSync(root + path, 'utf8') === text) return
  stale.push(path)
  if (!checkOnly) writeFileSync(root + path, text)
}
