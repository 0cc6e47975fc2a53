import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { lookup } from 'node:dns'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { collect } from '../../src/collect/collect.ts'
import { limits } from '../../src/collect/limits.ts'
import { outcomeText } from '../../src/collect/report.ts'
import type { WebAccess } from '../../src/collect/web.ts'
import { readCollecting } from '../../src/content/files.ts'
import { filesBelow } from '../../src/release/manifest.ts'
import { exportOf, lentCase, startLending } from '../lending.ts'
import type { LendingServer } from '../lending.ts'

/** Exports that try to run something, fill the disk, keep the command busy, or reach what is not theirs. */

let root = ''
let server: LendingServer
const megabyte = 1024 * 1024
const tight = {
  ...limits,
  bytes: {
    'data/cases.json': megabyte,
    'data/facts.json': megabyte,
    'data/sources.json': megabyte,
    'withdrawn.json': megabyte,
  },
  ...{ textBytes: megabyte, totalBytes: 3 * megabyte },
  ...{ quiet: 300, file: 900, portal: 5000 },
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'collecting-'))
  server = await startLending()
})
afterEach(() => {
  server.close()
  rmSync(root, { recursive: true, force: true })
})

/** What is told of collecting from the server. */
async function told(access: Partial<WebAccess> = {}, from = server.address): Promise<string> {
  const options = {
    ...{ root, settings: [{ id: 'other', from }], isDry: false, today: '2026-12-01' },
    stored: readCollecting(root).collected ?? [],
    access: { limits: tight, ca: server.ca, isAllowed: () => true, ...access },
  }
  let text = ''
  for await (const outcome of collect(options)) text += outcomeText(outcome)
  return text
}

const written = () => filesBelow(root)
const cases = (...list: unknown[]) => exportOf({ cases: list })['data/cases.json'] ?? ''

describe('a file that is no data of a portal', () => {
  test.for<[string, string | Buffer, string]>([
    ['a page', '<!DOCTYPE html><title>登录</title>', '回来的是网页，不是数据'],
    ['no JSON', '{"version": 1', '这不是完整的 JSON'],
    ['nothing', '', '这不是完整的 JSON'],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), '不是完整的 UTF-8'],
    ['a later version', cases().replace('"version":1', '"version":2'), '是第 2 版的格式'],
    ['another version', cases().replace('"version":1', '"version":"1"'), 'version 的值不对'],
    ['a list', '[]', '整个文件 的值不对'],
    ['null', 'null', '整个文件'],
    ['very deep', '['.repeat(400_000), '这不是完整的 JSON'],
    ['very deep and whole', '['.repeat(200_000) + ']'.repeat(200_000), '整个文件'],
  ])('%s', async ([, content, reason]) => {
    server.files['data/cases.json'] = content
    const text = await told()
    expect(text).toContain('没有收成')
    expect(text).toContain(reason)
    expect(text).toContain('data/cases.json')
    expect(written()).toEqual([])
  })

  test('one with a byte order mark is read', async () => {
    server.files['data/cases.json'] = `\ufeff${cases(lentCase('a'))}`
    expect(await told()).toContain('新增 1')
  })
})

describe('a field that is more than data', () => {
  const script = '<script>alert(1)</script>'
  test.for<[string, object, string]>([
    ['path to another host', { path: '//evil.example/cases/a.html' }, 'path'],
    ['path with a scheme', { path: 'javascript:alert(1)' }, 'path'],
    ['path that climbs', { path: '/cases/../../a.html' }, 'path'],
    ['path that climbs, encoded', { path: '/cases/%2e%2e/a.html' }, 'path'],
    ['name of a device', { path: '/cases/con.html' }, 'path'],
    ['text elsewhere', { text: '../../../etc/passwd' }, 'text'],
    ['text on another host', { text: 'https://evil.example/data/texts/1-0.json' }, 'text'],
    [
      'picture on another host',
      { images: [{ image: '//evil.example/x.png', alt: '甲' }] },
      'image',
    ],
    ['picture that is script', { cover: { image: 'javascript:alert(1)', alt: '甲' } }, 'image'],
    ['title that turns around', { title: '甲\u202e乙' }, 'title'],
    ['title that hides', { title: '甲\u200b乙' }, 'title'],
    ['title of two lines', { title: '甲\n乙' }, 'title'],
    ['title with an escape', { title: '甲\u001b[2J' }, 'title'],
    ['half a character', { title: '甲\ud800' }, 'title'],
    ['endless title', { title: '甲'.repeat(30_000) }, 'title'],
    ['endless list', { organizations: Array.from({ length: 2000 }, () => '甲') }, 'organizations'],
    ['number for a word', { unit: 1 }, 'unit'],
    ['list for a word', { unit: ['甲'] }, 'unit'],
    ['a day that is none', { date: '2026-02-30' }, 'date'],
    ['nothing of a case', { title: undefined }, 'title'],
  ])('%s', async ([, fields, name]) => {
    server.files['data/cases.json'] = cases(lentCase('a'), lentCase('b', fields))
    const text = await told()
    expect(text).toMatch(new RegExp(`data/cases.json：.*第2项 → .*${name}`))
    expect(text).not.toMatch(/[\u202e\u200b\u001b]/)
    expect(written()).toEqual([])
  })

  test('script and markup stay the letters they are', async () => {
    const fields = { title: script, unit: '{{ 1 + 1 }}', keys: ['"><img src=x onerror=alert(1)>'] }
    server.files = exportOf({
      cases: [lentCase('a', fields)],
      texts: { a: [script, '[[甲](//evil)'] },
    })
    expect(await told()).toContain('新增 1')
    const stored: unknown = JSON.parse(
      readFileSync(join(root, 'collected/other/cases.json'), 'utf8'),
    )
    expect(stored).toMatchObject({ cases: [fields] })
  })

  test('names that the schema does not know are left out, those of prototypes too', async () => {
    const polluting =
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'
    server.files['data/cases.json'] = cases(lentCase('a', { extra: '甲' }))
      .replace('{"path"', `${polluting}"path"`)
      .replace('{"version"', `${polluting}"version"`)
    expect(await told()).toContain('新增 1')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    for (const path of written()) {
      const text = readFileSync(join(root, path), 'utf8')
      expect(text).not.toMatch(/polluted|"extra"/)
    }
  })

  test('an id that stands twice is told', async () => {
    server.files['data/cases.json'] = cases(lentCase('a'), lentCase('a'))
    expect(await told()).toContain('这个编号写了两次')
    const facts = JSON.parse(exportOf()['data/facts.json'] ?? '') as { facts: unknown[] }
    server.files = {
      ...exportOf(),
      'data/facts.json': JSON.stringify({ ...facts, facts: [...facts.facts, ...facts.facts] }),
    }
    expect(await told()).toContain('data/facts.json')
  })

  test('a licence that is a script is none', async () => {
    server.files['data/cases.json'] = cases(lentCase('a')).replace(
      /https:[^"]*/,
      'javascript:alert(1)',
    )
    expect(await told()).toContain('licence')
  })

  test.for([
    ['cases', '{}'],
    ['facts', '1'],
  ])('more %s than a portal has are not looked at one by one', async ([list = '', item = '']) => {
    const text = exportOf()[`data/${list}.json`] ?? ''
    const items = `"${list}":[${Array.from({ length: 250_000 }, () => item).join(',')}]`
    server.files[`data/${list}.json`] = text.replace(new RegExp(`"${list}":\\[\\{.*\\]`), items)
    expect(await told()).toMatch(new RegExp(`data/${list}.json：.*不能超过 20+ 项`))
    expect(written()).toEqual([])
  })

  test('values without number are not parsed', async () => {
    server.files['data/cases.json'] = `[${'{},'.repeat(3_000_000)}1]`
    expect(await told({ limits })).toContain('里面的值太多')
  })
})

describe('an answer that has no end', () => {
  const endless =
    (type = {}) =>
    (_: unknown, response: import('node:http').ServerResponse) => {
      response.writeHead(200, type)
      const more = () => {
        while (!response.destroyed && response.write('甲'.repeat(4096)));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }

  test('a stream is cut off at its limit', async () => {
    server.files['data/cases.json'] = endless()
    expect(await told()).toContain('比 1 MB 还长')
  })

  test('a length that is too great is not waited for', async () => {
    server.files['data/cases.json'] = (_, response) => {
      response.writeHead(200, { 'content-length': String(10 * 1024 ** 3) })
      response.write('{')
    }
    expect(await told()).toContain('比 1 MB 还长')
  })

  test('what is packed is measured unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * megabyte, 0x20))
    expect(bomb.length).toBeLessThan(megabyte)
    server.files['data/cases.json'] = (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    }
    expect(await told()).toContain('比 1 MB 还长')
  })

  test('what is packed and comes to nothing is cut off as well', async () => {
    server.files['data/cases.json'] = (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      const empty = gzipSync('')
      const more = () => {
        while (!response.destroyed && response.write(Buffer.concat(Array(500).fill(empty))));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }
    expect(await told()).toMatch(/比 1 MB 还长|太慢/)
  })

  test('what is packed and broken is no data', async () => {
    server.files['data/cases.json'] = (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip')
    }
    expect(await told()).toContain('压缩的数据是坏的')
    server.files['data/cases.json'] = (_, response) => {
      response.writeHead(200, { 'content-encoding': 'br' }).end('x')
    }
    expect(await told()).toContain('压缩方式')
  })

  test('all files together have a limit', async () => {
    const blank = ' '.repeat(megabyte - 200_000)
    for (const [path, text] of Object.entries(server.files))
      server.files[path] = `${String(text)}${blank}`
    expect(await told()).toContain('还长')
    expect(written()).toEqual([])
  })

  test('silence, and a byte now and then, are not waited for', async () => {
    server.files['data/cases.json'] = () => undefined
    expect(await told()).toContain('没有动静')
    server.files['data/cases.json'] = (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(timer))
    }
    expect(await told()).toContain('太慢')
  })

  test('an answer that breaks off is none', async () => {
    server.files['data/cases.json'] = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"version":1')
      setTimeout(() => response.destroy(), 20)
    }
    expect(await told()).toContain('没有收成')
  })

  test('too many files of texts are not asked for', async () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      lentCase(`c-${index}`, { text: `data/texts/999-${index}.json` }),
    )
    server.files['data/cases.json'] = cases(...many)
    expect(await told({ limits: { ...tight, textFiles: 50 } })).toContain('超过 50 个')
  })
})

describe('a server that leads elsewhere', () => {
  const move = (location: string) => {
    server.files['data/cases.json'] = (_, response) => {
      response.writeHead(302, { location }).end()
    }
  }

  test.for([
    ['http://localhost/data/cases.json', '不是 https'],
    ['https://169.254.169.254/latest/meta-data/', '不是同一个网站'],
    ['https://evil.example/data/cases.json', '不是同一个网站'],
    ['//evil.example/x', '不是同一个网站'],
    ['file:///etc/passwd', '不是 https'],
    ['https://localhost:1/', '不是同一个网站'],
    ['', '没有说清到哪里'],
    ['/data/cases.json', '转了 3 次以上'],
  ])('to %s', async ([location = '', reason = '']) => {
    move(location)
    expect(await told()).toContain(reason)
    expect(written()).toEqual([])
  })

  test('a move on its own host is followed', async () => {
    server.files['elsewhere.json'] = cases(lentCase('a'))
    move('/elsewhere.json')
    expect(await told()).toContain('新增 1')
  })

  test('"not changed" without having been asked is no answer', async () => {
    server.files['data/cases.json'] = (_, response) => {
      response.writeHead(304).end()
    }
    expect(await told()).toContain('网站出错（304）')
  })
})

describe('a machine that is not on the public internet', () => {
  test.for([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.1.2.3/',
    'https://192.168.0.1/',
    'https://169.254.169.254/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://localhost/',
  ])('%s is not asked', async (address) => {
    const { isAllowed, ...access } = { isAllowed: undefined, ca: server.ca }
    expect(await told({ ...access, isAllowed }, address)).toContain('本机或内网')
    expect(server.log).toEqual([])
  })

  test('nor is a name that means another machine when the socket is opened', async () => {
    let asked = 0
    const rebinding = ((...[, , found]: [string, object, (...all: unknown[]) => void]) => {
      asked++
      found(null, [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }])
    }) as unknown as typeof lookup
    const access = { resolve: rebinding, isAllowed: (address: string) => address === '127.0.0.1' }
    expect(await told(access)).toContain('新增 2')
    // A new socket asks anew, and goes to no address that was not looked at.
    expect(await told(access)).toContain('本机或内网')
  })

  test('a certificate that nobody vouches for is not believed', async () => {
    expect(await told({ ca: undefined })).toContain('证书有问题')
  })
})

describe('a folder of another portal', () => {
  const put = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, 'built', path)), { recursive: true })
      writeFileSync(join(root, 'built', path), text)
    }
  }

  test('is read with the same checks', async () => {
    put({ ...exportOf(), 'data/cases.json': cases(lentCase('a', { path: '/etc/passwd' })) })
    expect(await told({}, 'built')).toContain('第1项 → path')
    put(exportOf())
    expect(await told({}, 'built')).toContain('新增 2')
  })

  test('leads nowhere by links', async () => {
    put(exportOf())
    writeFileSync(join(root, 'secret.json'), cases(lentCase('a')))
    rmSync(join(root, 'built/data/cases.json'))
    symlinkSync(join(root, 'secret.json'), join(root, 'built/data/cases.json'))
    expect(await told({}, 'built')).toContain('符号链接')
  })

  test('is no longer than a file may be', async () => {
    put({ ...exportOf(), 'data/cases.json': ' '.repeat(2 * megabyte) })
    expect(await told({}, 'built')).toContain('比 1 MB 还长')
  })
})
