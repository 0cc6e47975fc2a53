import { spawn } from 'node:child_process'
import { installBrowser, installPackages, installServers, refuseArguments, run } from './install.js'

refuseArguments('npm test', '装好要用的，跑全部检查和测试。')
installPackages()
const browser = installBrowser()
installServers()
const env = { ...process.env, CHROMIUM_PATH: browser }

/** What needs one core goes side by side; each says what it has to say when it ends. */
const beside = [
  ['类型', 'npx', '--no-install', 'vue-tsc', '--noEmit'],
  ['代码规则', 'npx', '--no-install', 'eslint', '.'],
  ['格式', 'npx', '--no-install', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['构建', 'node', 'scripts/build.js'],
]
/** What fills the machine goes one after the other; all of it tries the output of the build. */
const inTurn = [
  ['单元与跨模块测试', 'npx', '--no-install', 'vitest', 'run'],
  ['主机、更新和恶意内容', 'npm', 'run', '--silent', 'test:hosting'],
  ['浏览器', 'npx', '--no-install', 'playwright', 'test'],
  ['旧浏览器', 'npm', 'run', '--silent', 'test:engines', '--', '--short'],
]

const codes = await Promise.all(beside.map(runQuietly))
if (codes.some((code) => code !== 0)) process.exit(1)
for (const [title, command, ...args] of inTurn) {
  const began = Date.now()
  console.log(`\n== ${title}`)
  run(command, args, { env })
  console.log(`== ${title}：${seconds(began)}秒`)
}

/** Run a command, and print what it said when it has ended. */
function runQuietly([title, command, ...args]) {
  const began = Date.now()
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  child.stdout.on('data', (bytes) => said.push(bytes))
  child.stderr.on('data', (bytes) => said.push(bytes))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      console.log(`\n== ${title}：${seconds(began)}秒`)
      process.stdout.write(Buffer.concat(said))
      done(code)
    })
  })
}

function seconds(began) {
  return Math.round((Date.now() - began) / 1000)
}
