import { createServer } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sirv from 'sirv'
import { recoverOutput } from '../.vitepress/build/swap.ts'
import { adminPolicy, headersFor } from '../src/publish/policy.ts'
import { readCommand } from './command.ts'

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
    base: {
      type: 'string',
      value: '路径',
      default: process.env.PORTAL_BASE ?? '/',
      says: '站点部署在哪个路径下；不写是 /',
    },
  },
})
const folder = resolve(values.dir)
recoverOutput(folder)
if (!existsSync(join(folder, 'index.html'))) {
  console.error(`没有找到 ${values.dir}/index.html：先运行 npm run build。`)
  process.exit(1)
}

/** The editor is in the output only where it was asked for. */
const admin = existsSync(join(folder, 'admin/index.html')) ? adminPolicy() : undefined
const files = sirv(folder, {
  dev: true,
  etag: true,
  extensions: [],
  setHeaders: (response, path) => setAll(response, path),
})
const missing = readFileSync(join(folder, '404.html'))

/** A plain static host: exact files, the 404 page, and the headers the portal asks for. */
const server = createServer((request, response) => {
  const url = request.url ?? '/'
  const fail = () => {
    setAll(response, '/404.html')
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(missing)
  }
  if (!url.startsWith(values.base)) return fail()
  const path = `/${url.slice(values.base.length)}`
  request.url = path.replace(/\/(?=[?#]|$)/, '/index.html')
  files(request, response, fail)
})

server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `端口 ${values.port} 已被占用：换一个，例如 PORT=4174 npm start。`
      : `服务器没有启动：${error.message}`,
  )
  process.exitCode = 1
})
server.listen(Number(values.port), () => {
  console.log(`潮头已在 http://localhost:${values.port}${values.base} 打开，按 Ctrl+C 停止。`)
})

function setAll(
  response: { setHeader: (name: string, value: string) => unknown },
  path: string,
): void {
  for (const [name, value] of Object.entries(headersFor(path, admin)))
    response.setHeader(name, value)
}
