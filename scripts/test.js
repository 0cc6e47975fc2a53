import { spawn } from 'node:child_process'
import { installBrowser, installPackages, installServers, refuseArguments } from './install.js'

refuseArguments('npm test', '装好要用的，跑全部检查和测试。')
installPackages()
const browser = installBrowser()
installServers()
const env = { ...process.env, CHROMIUM_PATH: browser }

/** What was in order is looked at again only when its bytes are others. */
const cached = ['--cache', '--cache-strategy', 'content']
/** What needs one core goes side by side; each says what it has to say when it ends. */
const beside = [
  ['类型', ...npx('vue-tsc', '--noEmit')],
  ['代码规则', ...npx('eslint', ...cached, '--cache-location', 'node_modules/.cache/eslint/', '.')],
  ['格式', ...npx('prettier', ...cached, '--check', '--log-level', 'warn', '.')],
  ['构建', 'node', 'scripts/build.js'],
]
/** What fills the machine goes one after the other; all of it tries the output of the build. */
const inTurn = [
  ['单元与跨模块测试', ...npx('vitest', 'run')],
  ['浏览器', ...npx('playwright', 'test')],
]
/** What often waits, for servers, old browsers and builds, goes beside them. */
const inTurnBeside = [
  ['旧浏览器', 'npm', 'run', '--silent', 'test:engines', '--', '--short'],
  ['主机、更新和恶意内容', 'npm', 'run', '--silent', 'test:hosting'],
]

const codes = await Promise.all(beside.map(runQuietly))
if (codes.some((code) => code !== 0)) process.exit(1)
const ends = await Promise.all([runInTurn(inTurn, runAloud), runInTurn(inTurnBeside, runQuietly)])
process.exitCode = ends.find((code) => code !== 0) ?? 0

function npx(...words) {
  return ['npx', '--no-install', ...words]
}

/** Run commands one after the other; the code of the first that fails ends them. */
async function runInTurn(stages, run) {
  for (const stage of stages) {
    const code = await run(stage)
    if (code !== 0) return code
  }
  return 0
}

/** Run a command with what it says as it says it. */
async function runAloud([title, command, ...args]) {
  const began = Date.now()
  console.log(`\n== ${title}`)
  const child = spawn(command, args, { env, stdio: 'inherit' })
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done))
  console.log(`== ${title}：${seconds(began)}秒`)
  return code ?? 1
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
