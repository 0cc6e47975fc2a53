import { execFile, spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packedBase } from '../../builder/shell/packed-shell.ts'
import { filesBelow, manifestFile } from '../../src/release/manifest.ts'

/** Whoever runs a portal has the tarball and a folder, whose name is in Chinese and has a blank. */
const repository = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), '软件包 '))
const portal = join(folder, '我 的门户')
let tarball = ''

interface Ended {
  code: number
  out: string
  err: string
}

/** Run a command to its end in a folder; nothing of this repository reaches it. */
const run = (cwd: string, command: string, ...args: string[]) => runOn('', cwd, command, ...args)

/** The same with the programs of a folder before all others. */
async function runOn(
  programs: string,
  cwd: string,
  command: string,
  ...args: string[]
): Promise<Ended> {
  const { HOME, npm_config_registry, SOURCE_DATE_EPOCH } = process.env
  const PATH = programs + (programs && delimiter) + process.env.PATH
  const env = { PATH, HOME, npm_config_registry, SOURCE_DATE_EPOCH }
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, env })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

/** A second Node that the package is for; its first is the one that runs the tests. */
const otherNode = process.versions.node.startsWith('24.') ? '22.23.5' : '24.22.3'

/** The folder of that Node's program, from the package registry; or why it cannot be had. */
async function anotherNode(): Promise<{ folder: string } | { fault: string }> {
  const name = `node-${process.platform}-${process.arch}`
  const prefix = join(folder, 'node')
  const wanted = [...install, '--prefix', prefix, `${name}@${otherNode}`]
  // The registry is reached as the machine reaches it.
  const got = await promisify(execFile)('npm', wanted, { cwd: folder }).catch(String)
  const bin = join(prefix, 'node_modules', name, 'bin')
  const { out } = await run(folder, join(bin, 'node'), '--version')
  if (out.trim() === `v${otherNode}`) return { folder: bin }
  return { fault: `Node ${otherNode} cannot be had as ${name}: ${String(got)}` }
}

const program = () => join(portal, 'node_modules/chaotou/package/chaotou.js')
const chaotou = (...args: string[]) => run(portal, process.execPath, program(), ...args)
const install = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
const output = (path: string, out = '.vitepress/dist') =>
  readFileSync(join(portal, out, path), 'utf8')

beforeAll(async () => {
  const packed = await run(repository, 'npm', 'pack', '--pack-destination', folder)
  expect(packed.err).not.toContain('npm error')
  tarball = join(folder, packed.out.trim().split('\n').at(-1) ?? '')
  const tool = join(folder, 'tool')
  await run(folder, 'npm', ...install, '--prefix', tool, tarball)
  const init = join(tool, 'node_modules/.bin/chaotou')
  const begun = await run(
    folder,
    init,
    'init',
    '我 的门户',
    '--yes',
    '--package',
    `file:${tarball}`,
  )
  expect(begun).toMatchObject({ code: 0, err: '' })
  expect(begun.out).toContain("cd '我 的门户'")
  expect(await run(portal, 'npm', ...install)).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the tarball is small, and holds the program built', async () => {
  expect(statSync(tarball).size).toBeLessThan(3_000_000)
  const names = (await run(folder, 'tar', '-tzf', tarball)).out.split('\n')
  expect(names).toContain('package/package/chaotou.js')
  expect(names.filter((name) => /\.(ts|vue)$/.test(name) && !name.endsWith('.d.ts'))).toEqual([])
  const text = readFileSync(join(portal, 'node_modules/chaotou/package/commands.json'), 'utf8')
  expect(text).not.toContain(repository)
})

test('nothing that only some portals need was installed', () => {
  const lock = JSON.parse(readFileSync(join(portal, 'package-lock.json'), 'utf8'))
  const names = Object.keys(lock.packages).map((path) => path.replace(/^node_modules\//, ''))
  for (const name of ['vite', 'vue', 'vitepress', 'esbuild', '@sveltia/cms', '@embedpdf/fonts-sc'])
    expect(names).not.toContain(name)
})

describe('its commands', () => {
  test('are listed, and one that there is not is answered', async () => {
    const help = (await chaotou('--help')).out
    for (const name of ['dev', 'build', 'check', 'new', 'import', 'facts', 'film', 'report'])
      expect(help).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
    const wrong = await chaotou('biuld')
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.err).toContain('没有 biuld 这个命令')
  })

  test('each starts, and says what it does', async () => {
    const list = (await chaotou('--help')).out.matchAll(/^ {2}([a-z]+) /gm)
    for (const [, name = ''] of list) {
      const { code, out, err } = await chaotou(name, '--help')
      expect({ name, code, err }).toEqual({ name, code: 0, err: '' })
      expect(out).toContain(name === 'init' ? '用法：chaotou init' : `用法：npm run ${name} --`)
    }
  })

  test('npm test in the portal is the check, which says what to replace and where it is explained', async () => {
    const { code, out } = await run(portal, 'npm', 'test')
    expect(code).toBe(0)
    expect(out).toContain('site.yaml:2:11  提醒  sample-value-is-replaced')
    const [, page = ''] = /规则说明：(\S+\.md)/.exec(out) ?? []
    expect(readFileSync(join(portal, page), 'utf8')).toContain('# sample-value-is-replaced')
  })

  test('init touches nothing of a portal that is there', async () => {
    const before = filesBelow(join(portal, 'content')).map((path) => path)
    const again = await run(folder, process.execPath, program(), 'init', '我 的门户', '--yes')
    expect(again.code).toBe(1)
    expect(again.err).toContain('里已经有东西')
    expect(filesBelow(join(portal, 'content'))).toEqual(before)
  })
})

test('a folder that is no portal is neither built nor filled', async () => {
  const other = join(folder, '别的东西')
  mkdirSync(join(other, 'content'), { recursive: true })
  const begun = await run(folder, process.execPath, program(), 'init', '别的东西', '--yes')
  expect(begun).toMatchObject({ code: 1, out: '' })
  expect(filesBelow(other)).toEqual([])
  rmSync(join(other, 'content'), { recursive: true })
  const built = await run(other, process.execPath, program(), 'build')
  expect(built).toMatchObject({ code: 2, out: '' })
  expect(built.err).toContain('不是门户')
  expect(filesBelow(other).filter((path) => path.endsWith('.html'))).toEqual([])
})

describe('a build of it', () => {
  beforeAll(async () => {
    const built = await chaotou('build', '--with-samples')
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' })
  })

  test('is a portal with its own name', () => {
    const home = output('index.html')
    expect(home).toContain('示例门户（请换成自己的名称）')
    // So long a name leaves the tools and the sections their places.
    expect(home).toContain('<header class="head head--long head--longer">')
    expect(output('cases/first-case.html')).toContain('示例委员会一年里在园区开了')
    expect(output('handbook/index.html')).toContain('手册')
  })

  test('says what the repository’s program says of the same content', async () => {
    const beside = join(folder, 'beside')
    const built = await promisify(execFile)(
      process.execPath,
      ['scripts/build.js', '--with-samples', '--out', beside],
      { cwd: repository, env: { ...process.env, PORTAL_ROOT: portal } },
    )
    expect(built.stdout).toContain('构建好了')
    const pages = (root: string) => filesBelow(root).filter((path) => path.endsWith('.html'))
    expect(pages(join(portal, '.vitepress/dist'))).toEqual(pages(beside))
    // The assets of the package are bundled under a base of its own, so their names differ.
    const plain = (html: string) => html.replace(/(\/assets\/[\w-]+)\.[\w-]+\./g, '$1.')
    for (const path of ['index.html', 'cases/first-case.html', 'search.html', '404.html'])
      expect(plain(output(path))).toBe(plain(readFileSync(join(beside, path), 'utf8')))
  })

  test('stands under any base, and under no other', async () => {
    const built = await chaotou('build', '--with-samples', '--base', '/a/b/', '--out', 'under')
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' })
    const texts = filesBelow(join(portal, 'under')).filter((path) => /\.(html|js|css)$/.test(path))
    const naming = (base: string) => texts.filter((path) => output(path, 'under').includes(base))
    expect(naming(packedBase)).toEqual([])
    expect(naming('/a/b/').filter((path) => path.endsWith('.js')).length).toBeGreaterThan(5)
    rmSync(join(portal, 'under'), { recursive: true })
  })

  test('has its own colour, mark and order where its settings say so, and no inline style', async () => {
    const settings = join(portal, 'site.yaml')
    const text = readFileSync(settings, 'utf8')
    const mark = '<svg viewBox="0 0 9 9"><path fill="accent" d="M1 1h7v7z"/></svg>'
    const look = `look: { accent: "#0b6e4f", headline: [在网上学], mark: '${mark}' }`
    writeFileSync(
      settings,
      `${text}${look}\nhome: { order: [topics, cases] }\nsections: { topics: 读法 }\n`,
    )
    const built = await chaotou('build', '--with-samples', '--base', '/a/', '--out', 'own')
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' })
    const home = output('index.html', 'own')
    const [sheets = ''] =
      /<link rel="stylesheet" href="\/a\/assets\/opening\.[^]*?<link rel="icon"[^>]*>/.exec(home) ??
      []
    const [, sheet = '', icon = ''] =
      /href="\/a\/(assets\/look\.[0-9a-f]{8}\.css)"[^]*href="\/a\/(assets\/mark\.[0-9a-f]{8}\.svg)"/.exec(
        sheets,
      ) ?? []
    expect(output(sheet, 'own')).toContain('--look-accent:#0b6e4f')
    const [, styles = ''] = /href="\/a\/(assets\/opening\.[\w-]+\.css)"/.exec(sheets) ?? []
    expect(output(styles, 'own')).toMatch(/\.mark-fill\s*\{/)
    expect(output(icon, 'own')).toContain('fill="#0b6e4f"')
    expect(home).toContain('<path d="M1 1h7v7z" class="mark-fill"></path>')
    expect(home.replace(/<[^>]+>/g, '')).toContain('在网上学')
    expect(home).toContain('<h2>读法</h2>')
    expect(home.indexOf('<h2>读法</h2>')).toBeLessThan(home.indexOf('<h2>案例</h2>'))
    expect(output('topics/index.html', 'own')).toContain('<title>读法 · ')
    expect(home).not.toMatch(/ style=|视频<\/a>/)
    writeFileSync(settings, text)
    rmSync(join(portal, 'own'), { recursive: true })
  })

  test('shows what another portal lends, with where it comes from', async () => {
    const other = join(folder, '别 的门户')
    for (const part of ['content', 'seeds', 'site.yaml'])
      cpSync(join(portal, part), join(other, part), { recursive: true })
    const lent = join(other, 'content/cases/first-case.md')
    const text = readFileSync(lent, 'utf8').replace('provenance: sample', 'provenance: compiled')
    writeFileSync(lent, text.replace(/^title: .*$/m, 'title: 从别处借来的一篇'))
    const built = ['build', '--with-samples', '--no-check']
    expect(await run(other, process.execPath, program(), ...built)).toMatchObject({ code: 0 })
    const settings = join(portal, 'site.yaml')
    const before = readFileSync(settings, 'utf8')
    const from = '{ id: other, name: 别家, from: ../别 的门户/.vitepress/dist }'
    writeFileSync(settings, `${before}collect:\n  - ${from}\n`)
    const collected = await chaotou('collect')
    expect(collected).toMatchObject({ code: 0, err: '' })
    expect(collected.out).toContain('other（别家）：新增 1，现在有 1 个案例。\n')
    expect(await chaotou(...built, '--out', 'shared')).toMatchObject({ code: 0, err: '' })
    const list = output('cases/index.html', 'shared').replace(/<[^>]+>/g, '')
    expect(list).toContain('从别处借来的一篇')
    expect(list).toMatch(/来自：\s*别家/)
    writeFileSync(settings, before)
    for (const made of ['shared', 'collected'])
      rmSync(join(portal, made), { recursive: true, force: true })
  })

  test('is not made again when nothing has changed', async () => {
    expect((await chaotou('build', '--with-samples')).out).toContain('没有变化')
  })

  test(`is the same on Node ${otherNode}`, async ({ skip }) => {
    const node = await anotherNode()
    if ('fault' in node) return skip(node.fault)
    const there = join(folder, `另一个 Node ${otherNode}`)
    const isOwn = (path: string) => !/^(node_modules|\.vitepress)/.test(relative(portal, path))
    cpSync(portal, there, { recursive: true, filter: isOwn })
    const npm = (...args: string[]) => runOn(node.folder, there, 'npm', ...args)
    expect(await npm(...install)).toMatchObject({ code: 0 })
    expect(await npm('test')).toMatchObject({ code: 0 })
    const built = await npm('run', 'build', '--', '--with-samples')
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' })
    const [dist, otherDist] = [portal, there].map((at) => join(at, '.vitepress/dist'))
    // What is compressed beforehand is as each Node's zlib has it; the manifest lists it.
    const files = (root = '') => filesBelow(root).filter((path) => !/\.(gz|br)$/.test(path))
    expect(files(otherDist)).toEqual(files(dist))
    const bytesDiffer = (path: string) =>
      !readFileSync(join(String(otherDist), path)).equals(readFileSync(join(String(dist), path)))
    expect(
      files(dist)
        .filter((path) => path !== manifestFile)
        .filter(bytesDiffer),
    ).toEqual([])
  })

  test('is refused while samples are there, in a sentence', async () => {
    const { code, out } = await chaotou('build', '--out', 'public')
    expect(code).toBe(1)
    expect(out).toContain('这是示例（provenance: sample），不能进入正式站点')
  })
})

test('what only some portals need is asked for when it is switched on', async () => {
  const settings = join(portal, 'site.yaml')
  const text = readFileSync(settings, 'utf8')
  const said = async (line: string) => {
    writeFileSync(settings, `${text}${line}\n`)
    const { code, err } = await chaotou('build', '--with-samples')
    expect(code).toBe(1)
    return err
  }
  const install = '在门户的文件夹里运行 npm install --save-dev --save-exact'
  expect(await said('url: https://portal.example.cn/')).toMatch(
    new RegExp(`画分享图还要装 @embedpdf/fonts-sc：${install} @embedpdf/fonts-sc@\\d`),
  )
  expect(await said('admin: {}')).toMatch(new RegExp(`浏览器编辑器还要装 @sveltia/cms、vite`))
  writeFileSync(settings, text)
})

test('dev answers with the built bytes, and anew after a save', async () => {
  const server = spawn(process.execPath, [program(), 'dev', '--port', '5391'], { cwd: portal })
  try {
    const address = await new Promise<string>((started, failed) => {
      server.stdout.on('data', (said) => {
        const [found] = /http:\S+/.exec(String(said)) ?? []
        if (found) started(found)
      })
      server.once('exit', () => failed(new Error('dev ended')))
    })
    await chaotou('build', '--with-samples')
    const page = `${address}cases/first-case.html`
    expect(await (await fetch(page)).text()).toBe(output('cases/first-case.html'))
    const file = join(portal, 'content/cases/first-case.md')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, `${text}\n刚刚添了一句。\n`)
    await expect
      .poll(async () => (await fetch(page)).text(), { timeout: 10_000 })
      .toContain('刚刚添了一句')
    writeFileSync(file, text)
  } finally {
    server.kill()
  }
})

describe('a theme of its own', () => {
  const theme = join(portal, 'theme')
  const build = (...args: string[]) =>
    chaotou('build', '--with-samples', '--out', 'themed', ...args)
  beforeAll(() => {
    cpSync(join(repository, 'tests/fixtures/theme'), theme, { recursive: true })
  })
  afterAll(() => {
    for (const path of ['theme', 'themed']) rmSync(join(portal, path), { recursive: true })
  })

  test('asks for what compiles it, with the one command', async () => {
    const { code, err } = await build()
    expect(code).toBe(1)
    const [, command = ''] = /运行 (npm install [^，]+)，再构建/.exec(err) ?? []
    expect(command).toMatch(/ vite@\S+ vue@\S+ @vitejs\/plugin-vue@\S+ postcss@\S+$/)
    const [, ...words] = command.split(' ')
    expect(await run(portal, 'npm', ...words, ...install.slice(1))).toMatchObject({ code: 0 })
  })

  test('stands in the place of the footer, with its styles and pictures, under the same policy', async () => {
    const built = await build('--base', '/a/')
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' })
    for (const path of ['index.html', 'cases/first-case.html']) {
      const page = output(path, 'themed')
      expect(page).toContain('由测试镇（虚构）办')
      expect(page).toContain('<footer class="foot"')
      expect(page).not.toMatch(/ style=/)
      const [, seal = ''] = /src="\/a\/(assets\/seal\.\w+\.svg)"/.exec(page) ?? []
      expect(output(seal, 'themed')).toContain('<svg')
      const [, sheet = ''] = /href="\/a\/(assets\/style-\w+\.\w+\.css)"/.exec(page) ?? []
      expect(output(sheet, 'themed')).toMatch(/\.town-seal\[data-v-\w+\]/)
      // The program's own rules for its classes are in every sheet.
      expect(output(sheet, 'themed')).toMatch(/\.btn\s*\{/)
      const policy = (html: string) =>
        /<meta http-equiv="Content-Security-Policy"[^>]+>/.exec(html)?.[0]
      expect(policy(page)).toBe(policy(output(path)))
    }
  })

  test('is the same bytes again, made anew', async () => {
    const pages = () =>
      filesBelow(join(portal, 'themed')).map((path) => [path, output(path, 'themed')])
    const before = pages()
    expect(await build('--base', '/a/', '--force')).toMatchObject({ code: 0 })
    expect(pages()).toEqual(before)
  })

  test.for([
    [
      'Foter.vue',
      '<template><p>字</p></template>',
      /theme\/Foter\.vue\n.*你是不是要写 Footer\.vue/,
    ],
    [
      'Hero.vue',
      '<template><p style="color: red">字</p></template>',
      /theme\/Hero\.vue:1:14\n.*样式/,
    ],
    ['Hero.vue', '<template><p>字</template>', /theme\/Hero\.vue:1:\d+\n.*编译不过/],
    [
      'Hero.vue',
      '<script setup>\nconst a = = 1\n</script>\n<template><p>字</p></template>',
      /theme\/Hero\.vue:2:11\n.*编译不过/,
    ],
    [
      'Hero.vue',
      "<script setup>\nimport a from './none.js'\n</script>\n<template><p>{{ a }}</p></template>",
      /theme\/Hero\.vue:2:16\n.*找不到“\.\/none\.js”/,
    ],
  ] as const)('is refused with its place: %s', async ([name, text, said]) => {
    writeFileSync(join(theme, name), text)
    const { code, err } = await build()
    rmSync(join(theme, name))
    expect(code).toBe(1)
    expect(err).toMatch(said)
    expect(err).toContain('上一次的输出保持原样')
  })

  test('has a name that the check knows', async () => {
    writeFileSync(join(theme, 'Foter.vue'), '<template><p>字</p></template>')
    const { code, out } = await chaotou('check')
    rmSync(join(theme, 'Foter.vue'))
    expect(code).toBe(1)
    expect(out).toContain('theme/Foter.vue:1:1  错误  file-belongs-here')
  })
})

test('search is a library of its own, with its types', async () => {
  const user = join(folder, 'user')
  cpSync(join(portal, 'node_modules'), join(user, 'node_modules'), { recursive: true })
  writeFileSync(join(user, 'package.json'), '{ "type": "module" }')
  writeFileSync(
    join(user, 'poems.ts'),
    `import { buildSearchIndex } from 'chaotou/search/build'
import type { SearchDocument } from 'chaotou/search/build'
import { createSearcher } from 'chaotou/search/query'

const poem: SearchDocument = {
  ...{ id: 'a', path: '/a', title: '静夜思', kind: 'poem', kindLabel: '诗', facets: {} },
  sections: [{ field: 'body', text: '床前明月光，疑是地上霜。' }],
}
const files = new Map<string, Uint8Array>()
for (const { name, bytes } of buildSearchIndex([poem], { facets: [] })) files.set(name, bytes)
// @ts-expect-error documents are a list
const wrong = () => buildSearchIndex(1, { facets: [] })
const { search } = createSearcher({
  fetchFile: (name) => Promise.resolve(files.get(name) ?? new Uint8Array()),
})
console.log((await search('明月')).hits.map(({ title }) => title), typeof wrong)
`,
  )
  const tsc = join(repository, 'node_modules/typescript/bin/tsc')
  const compiled = await run(
    user,
    process.execPath,
    ...[tsc, 'poems.ts', '--ignoreConfig', '--module', 'nodenext', '--target', 'es2023'],
    ...['--strict', '--skipLibCheck', 'false'],
  )
  expect(compiled).toEqual({ code: 0, out: '', err: '' })
  expect((await run(user, process.execPath, 'poems.js')).out).toBe("[ '静夜思' ] function\n")
})
