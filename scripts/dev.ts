import { spawn } from 'node:child_process'
import { packageFolder, portalRoot } from '../builder/folders.ts'
import { portFault, portalFault, programFault, readCommand, refuse } from './command.ts'
import { listen } from './listen.ts'
import { openBrowser } from './open-browser.ts'

/**
 * `npm run dev`: in the repository VitePress's development server, which needs `vitepress dev` to start
 * again by itself; in the package a server of its own, for nothing of the program changes there.
 */
const { values } = readCommand({
  name: 'dev',
  says: '边写边看：保存以后页面自己更新，草稿也看得到，检查的问题列在右下角。',
  options: {
    port: { type: 'string', value: '端口', counts: true, says: '不写是 5173' },
    host: { type: 'string', value: '地址', says: '让别的设备也能打开，例如 0.0.0.0' },
    open: {
      type: 'string',
      value: '路径',
      says: '在浏览器里打开这一页，例如 /cases/hangzhou.html',
    },
  },
})
const misplaced = programFault() ?? portalFault(portalRoot())
if (misplaced) refuse('dev', misplaced)
const fault = values.port === undefined ? undefined : portFault(values.port)
if (fault) refuse('dev', fault)
if (packageFolder() === undefined) underVitePress()
else await alone()

function underVitePress(): void {
  const options = Object.entries(values).flatMap(([name, value]) => [`--${name}`, value])
  const server = spawn(
    process.execPath,
    ['node_modules/vitepress/bin/vitepress.js', 'dev', '.', ...options],
    { stdio: 'inherit' },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => (process.exitCode = code ?? 0))
}

async function alone(): Promise<void> {
  const { devServer } = await import('../builder/serve/dev-server.ts')
  const { server, base } = devServer(portalRoot())
  const { port = '5173', host = '127.0.0.1', open } = values
  const otherPort = 'npm run dev -- --port 5174'
  const address = await listen(server, { port, host, base, otherPort })
  if (open !== undefined) openBrowser(new URL(open.replace(/^\//, ''), address).href)
}
