import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { browsersPage } from '../src/engines/page.ts'
import { fieldsPage, schemas } from '../src/model/handbook/fields.ts'
import { snippets } from '../src/model/handbook/snippets.ts'
import { hostsPage } from '../src/publish/hosts/page.ts'
import { forgeTemplates } from './forge-templates.ts'

/** Every generated file by its path in the repository, as it is committed. */
export async function handbookFiles(): Promise<Map<string, string>> {
  const files = new Map([
    ['docs/handbook/fields.md', fieldsPage()],
    ['docs/handbook/hosts.md', hostsPage()],
    ['docs/handbook/browsers.md', browsersPage()],
    ...forgeTemplates(fileURLToPath(new URL('..', import.meta.url))),
  ])
  const json: [string, object][] = [
    ...Object.entries(schemas()).map(([name, schema]): [string, object] => [
      `schemas/${name}.schema.json`,
      schema,
    ]),
    ['.vscode/chaotou.code-snippets', snippets()],
  ]
  for (const [filepath, value] of json) {
    const options = await resolveConfig(filepath)
    files.set(filepath, await format(JSON.stringify(value), { ...options, filepath }))
  }
  return files
}
