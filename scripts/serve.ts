import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { recoverOutput } from '../builder/memo/swap.ts'
import { adminPolicy } from '../src/publish/policy.ts'
import { staticHost } from '../src/serve/static-host.ts'
import { portFault, readCommand, refuse } from './command.ts'
import { listen } from './listen.ts'

const { values } = readCommand({
  name: 'serve',
  says: '在这台电脑上打开构建好的站点，响应头和正式的主机一样。',
  options: {
    dir: {
      type: 'string',
      value: '文件夹',
      default: '.vitepress/dist',
      says: '构建的输出；不写是 .vitepress/dist',
    },
    port: {
      type: 'string',
      value: '端口',
      default: process.env.PORT ?? '4173',
      counts: true,
      says: '不写是 4173，也可以用 PORT 设定',
    },
    host: {
      type: 'string',
      value: '地址',
      default: '127.0.0.1',
      says: '让别的设备也能打开，例如 0.0.0.0；不写只有这台电脑能打开',
    },
    base: {
      type: 'string',
      value: '路径',
      default: process.env.PORTAL_BASE ?? '/',
      says: '站点部署在哪个路径下；不写是 /',
    },
  },
})
const { port, host, base } = values
const fault = portFault(port) ?? baseFault(base)
if (fault) refuse('serve', fault)
const folder = resolve(values.dir)
recoverOutput(folder)
if (!existsSync(join(folder, 'index.html'))) {
  console.error(`没有找到 ${values.dir}/index.html：先运行 npm run build。`)
  process.exit(1)
}

/** The editor is in the output only where it was asked for. */
const admin = existsSync(join(folder, 'admin/index.html')) ? { admin: adminPolicy() } : {}
const server = createServer(staticHost({ folder, base, ...admin }))
await listen(server, { port, host, base, otherPort: 'PORT=4174 npm start' })

function baseFault(path: string): string | undefined {
  if (/^\/([\w.-]+\/)*$/.test(path)) return undefined
  return `--base 要以 / 开头、以 / 结尾，例如 /a/b/，现在是“${path}”。`
}
