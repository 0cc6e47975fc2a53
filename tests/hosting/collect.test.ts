import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collect } from '../../src/collect/collect.ts'
import { limits } from '../../src/collect/limits.ts'
import type { Validators } from '../../src/collect/origin.ts'
import { outcomeText } from '../../src/collect/report.ts'
import { WebOrigin } from '../../src/collect/web.ts'
import { readCollecting } from '../../src/content/files.ts'
import { copySmallEdition, deepBase } from '../edition.ts'
import { build } from './build.ts'
import { hostKinds } from './hosts.ts'
import type { Host } from './hosts.ts'

/** A province collects from a city whose portal was built and is served as an operator would. */

const scratch = mkdtempSync(join(tmpdir(), 'sharing-'))
const [city, province] = [join(scratch, 'city'), join(scratch, 'province')]
const web = join(scratch, 'web')
const hosts = [
  { name: 'nginx', ca: 'certificate.pem' },
  { name: 'Caddy', ca: 'caddy/pki/authorities/local/root.crt' },
]
const withdrawn = 'content/cases/hangzhou-self-discipline.md'
const running: Host[] = []

afterAll(async () => {
  await Promise.all(running.map(({ stop }) => stop()))
  rmSync(scratch, { recursive: true, force: true })
})

const buildCity = () =>
  build({
    parameters: ['--base', deepBase, '--out', join(web, deepBase), '--compress', '--no-check'],
    env: { PORTAL_ROOT: city },
  })

beforeAll(async () => {
  copySmallEdition(city)
  await buildCity()
})

/** Collect from the city as a host serves it. */
async function collected({ origin, ca }: { origin: string; ca: string }): Promise<string> {
  const from = origin + deepBase
  mkdirSync(province, { recursive: true })
  writeFileSync(
    join(province, 'site.yaml'),
    `name: 省门户\nhost: 测试\ncollect: [{ id: city, name: 市门户, from: "${from}" }]\n`,
  )
  const options = {
    ...{ root: province, settings: [{ id: 'city', name: '市门户', from }], isDry: false },
    ...{ today: '2026-12-01', stored: readCollecting(province).collected ?? [] },
    access: { limits, ca, isAllowed: () => true },
  }
  let text = ''
  for await (const outcome of collect(options)) text += outcomeText(outcome)
  return text
}

test.for(hosts)('from $name, what has not changed is not sent again', async ({ name, ca }) => {
  const kind = hostKinds.find((one) => one.name === name)
  if (!kind) throw new Error(name)
  const folder = join(scratch, name)
  const host = await kind.start({ root: web, base: deepBase, scratch: folder, tls: true })
  running.push(host)
  rmSync(join(province, 'collected'), { recursive: true, force: true })
  const place = { origin: host.origin, ca: readFileSync(join(folder, ca), 'utf8') }
  expect(await collected(place)).toMatch(/^city（市门户）：新增 \d+，现在有 \d+ 个案例。\n$/)
  const record = () =>
    JSON.parse(readFileSync(join(province, 'collected/city/portal.json'), 'utf8'))
  const { address, fetched } = record()
  expect(address).toBe(host.origin + deepBase)
  expect(Object.keys(fetched).sort()).toEqual([
    'data/cases.json',
    'data/facts.json',
    'data/sources.json',
    'data/texts/1-0.json',
    'withdrawn.json',
  ])
  const origin = new WebOrigin(address, { limits, ca: place.ca, isAllowed: () => true })
  for (const [path, known] of Object.entries<Validators>(fetched))
    expect([path, await origin.get({ path, bytes: 1, known })]).toEqual([path, { kind: 'same' }])
  origin.close()
  expect(await collected(place)).toContain('没有变化')
})

test('what the city withdraws the province lets go of', async () => {
  const [host] = running
  if (!host) throw new Error('no host')
  const place = {
    origin: host.origin,
    ca: readFileSync(join(scratch, 'nginx/certificate.pem'), 'utf8'),
  }
  await collected(place)
  const pages = () => readFileSync(join(scratch, 'shown/cases/index.html'), 'utf8')
  const buildProvince = () =>
    build({
      parameters: ['--out', join(scratch, 'shown'), '--no-check'],
      env: { PORTAL_ROOT: province },
    })
  const file = join(city, withdrawn)
  const text = readFileSync(file, 'utf8')
  const [, title = ''] = /^title: (.*)$/m.exec(text) ?? []
  await buildProvince()
  expect(pages()).toContain(`${host.origin}${deepBase}cases/`)
  writeFileSync(file, text.replace('status: published', 'status: withdrawn'))
  await buildCity()
  expect(await collected(place)).toMatch(new RegExp(`撤下 1，.*\\n  撤下：${title}`))
  await buildProvince()
  const index = readFileSync(join(scratch, 'shown/cases/index.html'), 'utf8')
  expect(index).toContain('市门户')
  expect(index).not.toContain('hangzhou-self-discipline')
})
