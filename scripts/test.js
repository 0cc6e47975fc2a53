import { installBrowser, installPackages, installServers, refuseArguments, run } from './install.js'

refuseArguments('npm test', '装好要用的，跑全部检查和测试。')
installPackages()
const browser = installBrowser()
installServers()
const env = { ...process.env, CHROMIUM_PATH: browser }

for (const [title, command, ...args] of [
  ['类型', 'npx', '--no-install', 'vue-tsc', '--noEmit'],
  ['代码规则', 'npx', '--no-install', 'eslint', '.'],
  ['格式', 'npx', '--no-install', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['构建', 'node', 'scripts/build.js'],
  ['单元与跨模块测试', 'npx', '--no-install', 'vitest', 'run'],
  ['主机、更新和恶意内容', 'npm', 'run', '--silent', 'test:hosting'],
  ['浏览器', 'npx', '--no-install', 'playwright', 'test'],
  ['旧浏览器', 'npm', 'run', '--silent', 'test:engines', '--', '--short'],
]) {
  console.log(`\n== ${title}`)
  run(command, args, { env })
}
