import { spawn } from 'node:child_process'
import { installBrowser, installPackages, installServers, refuseArguments } from './install.js'

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
/** One old browser after the other, on one core: it goes beside the tests that have no browser to wait for. */
const oldBrowsers = ['旧浏览器', 'npm', 'run', '--silent', 'test:engines', '--', '--short']
/** What fills the machine goes one after the other; all of it tries the output of the build. */
const inTurn = [
  ['单元与跨模块测试', 'npx', '--no-install', 'vitest', 'run'],
  ['主机、更新和恶意内容', 'npm', 'run', '--silent', 'test:hosting'],
  ['浏览器', 'npx', '--no-install', 'playwright', 'test'],
]

const codes = await Promise.all(beside.map(runQuietly))
if (codes.some((code) => code !== 0)) process.exit(1)
const ends = await Promise.all([runQuietly(oldBrowsers), runInTurn(inTurn)])
process.exitCode = ends.find((code) => code !== 0) ?? 0

/** Run commands one after the other with what they say; the code of the first that fails ends them. */
async function runInTurn(stages) {
  for (const [title, command, ...args] of stages) {
    const began = Date.now()
    console.log(`\n== ${title}`)
    const child = spawn(command, args, { env, stdio: 'inherit' })
    const code = await new Promise((done, fail) => child.on('error', fail).on('close', done))
    if (code !== 0) return code ?? 1
    console.log(`== ${title}：${seconds(began)}秒`)
  }
  return 0
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
      done(code ?? 1)
    })
  })
}

function seconds(began) {
  return Math.round((Date.now() - began) / 1000)
}
