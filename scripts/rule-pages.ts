import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { syncPage } from '../src/rules/handbook/page.ts'
import { readCommand } from './command.ts'

readCommand({ name: 'rules:pages', says: '由规则更新登记表和手册的规则页。', options: {} })

/**
 * Bring the registry and the handbook in line with the files of `src/rules`: `index.ts` imports
 * every rule, and each rule has a page whose header says what the rule says. `--check` changes nothing
 * and fails when something is out of line.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const checkOnly = process.argv.includes('--check')
const stale: string[] = []

write('src/rules/index.ts', registry(readFileSync(`${root}src/rules/index.ts`, 'utf8')))
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

/** A rule's file is one whose name is the id of the rule it exports. */
function registry(source: string): string {
  const ids = readdirSync(`${root}src/rules`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3))
    .filter((id) => readFileSync(`${root}src/rules/${id}.ts`, 'utf8').includes(`id: '${id}'`))
    .sort()
  const imports = ids.map((id) => `import { ${camel(id)} } from './${id}.ts'`).join('\n')
  const list = ids.map((id) => `  ${camel(id)},`).join('\n')
  return source
    .replace(/(\/\/ rules:imports\n)[\s\S]*?(\/\/ rules:end\n)/, `$1${imports}\n$2`)
    .replace(/(rules: readonly Rule\[\] = )\[[^\]]*\]\n/, `$1[\n${list}\n]\n`)
}

function camel(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function write(path: string, text: string): void {
  if (existsSync(root + path) && readFileSync(root + path, 'utf8') === text) return
  stale.push(path)
  if (!checkOnly) writeFileSync(root + path, text)
}
