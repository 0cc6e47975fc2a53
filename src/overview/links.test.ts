import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { askOverNetwork } from '../../scripts/ask-address.ts'
import { linkTable } from './links.ts'

/** A host that answers by the address it is asked for. */
const moves: Record<string, [status: number, location?: string]> = {
  '/ok': [200],
  '/gone': [404],
  '/moved': [301, '/ok'],
  '/away': [302, '/ok'],
  '/home': [302, '/'],
  '/': [200],
  '/round': [301, '/round'],
  '/shut': [403],
  '/broken': [503],
}
let server: Server
let origin = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const [status, location] = moves[request.url ?? ''] ?? []
    if (status) response.writeHead(status, location ? { Location: location } : {}).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('the addresses of sources', () => {
  it('are followed, and what is wrong is said with what to do', async () => {
    const { library, data } = only()
    const urls = {
      ...Object.fromEntries(Object.keys(moves).map((path) => [path, origin + path])),
      never: `${origin}/never`,
      nowhere: 'http://nowhere.invalid/page',
      closed: 'http://127.0.0.1:1/page',
    }
    const sources = new Map(
      Object.entries(urls).map(([id, url]) => [id, { ...library, data: { ...data, id, url } }]),
    )
    const { rows } = await linkTable({ sources }, askOverNetwork(400))
    const said = Object.fromEntries(rows.map(([id = '', fault = '']) => [id, fault]))
    expect(Object.keys(said)).not.toEqual(expect.arrayContaining(['/ok']))
    expect(Object.keys(said)).toEqual(
      [
        '/broken',
        '/gone',
        '/home',
        '/moved',
        '/round',
        '/shut',
        'closed',
        'never',
        'nowhere',
      ].sort(),
    )
    expect(said['/gone']).toMatch(/^没有这一页了（404）/)
    expect(said['/moved']).toBe(`搬到了 ${origin}/ok：核对以后改成新网址。`)
    expect(said['/home']).toMatch(/^转到了首页/)
    expect(said['/shut']).toMatch(/^不让程序读（403）/)
    expect(said['/broken']).toMatch(/^网站出错（503）/)
    expect(said['/round']).toMatch(/^转来转去/)
    expect(said.never).toMatch(/^等了很久/)
    expect(said.nowhere).toMatch(/^找不到这个网站/)
    expect(said.closed).toMatch(/^连不上/)
  })

  it('of one host are asked one after the other, and twice when there is no answer', async () => {
    const { library, data } = only()
    const url = (id: string) => `https://${id[0]}.example.org/${id}`
    const sources = new Map(
      ['a1', 'a2', 'b1'].map((id) => [id, { ...library, data: { ...data, id, url: url(id) } }]),
    )
    let open = 0
    const asked: string[] = []
    const { rows } = await linkTable({ sources }, async (address) => {
      if (address.includes('//a.')) open++
      expect(open).toBeLessThan(2)
      await new Promise((done) => setTimeout(done, 5))
      if (address.includes('//a.')) open--
      asked.push(address)
      if (address === url('b1')) throw new TypeError('fetch failed')
      return { status: 200 }
    })
    expect(asked.filter((address) => address === url('b1'))).toHaveLength(2)
    expect(rows.map(([id]) => id)).toEqual(['b1'])
  })

  it('are not asked for where a source has none', async () => {
    const { library, data } = only()
    const sources = new Map([['none', { ...library, data: { ...data, id: 'none', url: null } }]])
    const { note, rows } = await linkTable({ sources }, () => {
      throw new Error('nothing to ask')
    })
    expect(rows).toEqual([])
    expect(note).toMatch(/^看了0个网址/)
  })
})

/** A source of the example portal, to be given other addresses. */
function only() {
  const [library] = buildLibrary(examplePortal([]).portal).sources.values()
  if (!library) throw new Error('the example portal has a source')
  return { library, data: library.data }
}
