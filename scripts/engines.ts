import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { staticHost } from '../src/serve/static-host.ts'
import { browsers } from '../tests/engines/browsers.ts'
import type { Browser } from '../tests/engines/browsers.ts'
import { tryBrowser } from '../tests/engines/run.ts'
import type { Plan } from '../tests/engines/run.ts'
import { readCommand, refuse } from './command.ts'

const { values } = readCommand({
  name: 'test:engines',
  says: '在旧的Chromium、Firefox和WebKit里试构建好的站点：版面、筛选、搜索、自测、影片、显示设置、议程、放映、知识竞赛和会议记录。',
  options: {
    short: { type: 'boolean', default: false, says: '只试npm test里的那几样' },
    only: { type: 'string', value: '浏览器', says: '只试这几个，用逗号隔开，例如 c70,firefox' },
    dir: {
      type: 'string',
      value: '文件夹',
      default: '.vitepress/dist',
      says: '构建的输出；不写是 .vitepress/dist',
    },
    pictures: { type: 'string', value: '文件夹', says: '把每一页的样子存成图片' },
  },
})
const wanted = values.only?.split(',')
const unknown = wanted?.find((name) => !browsers.some((browser) => browser.name === name))
if (unknown !== undefined)
  refuse(
    'test:engines',
    `没有“${unknown}”。可以写：${browsers.map(({ name }) => name).join('、')}。`,
  )
const folder = resolve(values.dir)
if (!existsSync(`${folder}/index.html`)) {
  console.error(`没有找到 ${values.dir}/index.html：先运行 npm run build。`)
  process.exit(1)
}
const server = createServer(staticHost({ folder, base: '/' }))
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
// Listening on a port, a server has an address with one.
const { port } = server.address() as AddressInfo
const plan: Plan = {
  base: `http://127.0.0.1:${port}`,
  short: values.short,
  ...(values.pictures ? { pictures: resolve(values.pictures) } : {}),
}
let failed = 0
for (const browser of browsers.filter(isWanted)) failed += await report(browser)
server.close()
server.closeAllConnections()
if (failed > 0) process.exitCode = 1

function isWanted({ name, short }: Browser): boolean {
  return wanted ? wanted.includes(name) : !values.short || short === true
}

/** Try one browser and say how it went; the number of things that did not. */
async function report(browser: Browser): Promise<number> {
  const open = browser.find()
  if (typeof open === 'string') {
    console.log(`${browser.name}：${open}`)
    return 0
  }
  const began = Date.now()
  const tab = await open().catch((error: unknown) => String(error))
  if (typeof tab === 'string') {
    console.log(`${browser.name}：没有打开：${tab}`)
    return 1
  }
  const outcomes = await tryBrowser(browser, tab, plan).finally(() => tab.close())
  const bad = outcomes.filter(({ faults }) => faults.length > 0)
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(
    `${browser.name}（${tab.version}）：试了${outcomes.length}样，${bad.length}样不对，${seconds}秒。`,
  )
  for (const { what, faults } of bad)
    console.log(`  ${what}：${faults.map((fault) => fault.slice(0, 200)).join('；')}`)
  return bad.length
}
