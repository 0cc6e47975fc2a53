import { format, resolveConfig } from 'prettier'
import { fieldsPage, schemas } from '../src/model/handbook/fields.ts'
import { hostsPage } from '../src/publish/hosts/page.ts'

/** Every generated file by its path in the repository, as it is committed. */
export async function handbookFiles(): Promise<Map<string, string>> {
  const files = new Map([
    ['docs/handbook/fields.md', fieldsPage()],
    ['docs/handbook/hosts.md', hostsPage()],
  ])
  for (const [name, schema] of Object.entries(schemas())) {
    const filepath = `schemas/${name}.schema.json`
    const options = await resolveConfig(filepath)
    files.set(filepath, await format(JSON.stringify(schema), { ...options, filepath }))
  }
  return files
}
