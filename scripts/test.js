import { installBrowser, installPackages, run } from './install.js'

installPackages()
const browser = installBrowser()
const env = { ...process.env, CHROMIUM_PATH: browser }

for (const [title, ...command] of [
  ['类型', 'vue-tsc', '--noEmit'],
  ['代码规则', 'eslint', '.'],
  ['格式', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['构建', 'tsx', 'scripts/build.ts'],
  ['单元与跨模块测试', 'vitest', 'run'],
  ['浏览器', 'playwright', 'test'],
]) {
  console.log(`\n== ${title}`)
  run('npx', ['--no-install', ...command], { env })
}
