import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { sbom } from '../src/publish/sbom.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const schema = (name: string) => `tests/fixtures/cyclonedx/${name}.SNAPSHOT.schema.json`
const official = (name: string) => read(schema(name)) as object // a JSON Schema is an object

const ajv = new Ajv({ strict: false, validateFormats: false })
for (const name of ['spdx', 'jsf-0.82'])
  ajv.addSchema(official(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
const validate = ajv.compile(official('bom-1.6'))

function faults(bill: unknown): unknown {
  return validate(bill) ? [] : validate.errors
}

test('a bill of materials is as CycloneDX’s own schema says', () => {
  const packages = [
    { name: 'plain', version: '1.0.0', licence: 'MIT', text: '' },
    { name: '@scope/name', version: '2.0.0-beta.1+2', licence: '(MIT OR Apache-2.0)', text: '' },
  ]
  const bill = JSON.parse(sbom(packages))
  expect(faults(bill)).toEqual([])
  expect(faults({ ...bill, components: [{ type: 'library' }] })).not.toEqual([])
  const odd = [{ type: 'library', name: 'x', licenses: [{ license: { id: 'No-Such-Licence' } }] }]
  expect(faults({ ...bill, components: odd })).not.toEqual([])
})

test('so is the one that is published', () => {
  const published = '.vitepress/dist/sbom.cdx.json'
  expect(existsSync(join(root, published)), 'run `npm run build` first').toBe(true)
  const bill = read(published)
  expect(faults(bill)).toEqual([])
  expect(bill).toHaveProperty('components.length')
})
