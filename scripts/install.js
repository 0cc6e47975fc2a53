// Plain JavaScript: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const mark = 'node_modules/.installed'

/** Run a command with its output shown; a failure ends the process with that command's code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** A command that takes no arguments says so, before anything is installed. */
export function refuseArguments(name, says) {
  const [word] = process.argv.slice(2)
  if (word === undefined) return
  const isAsking = word === '--help' || word === '-h'
  if (isAsking) console.log(`用法：${name}\n\n${says}\n\n  --help  显示这一页`)
  else console.error(`${name} 没有选项，多了“${word}”。用法见 ${name} -- --help。`)
  process.exit(isAsking ? 0 : 2)
}

/** Install what the lockfile names, when it is not there already. */
export function installPackages() {
  requireNode()
  const wanted = readFileSync('package-lock.json', 'utf8')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  console.log('安装依赖……')
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  writeFileSync(mark, wanted)
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `需要 Node 20.19 或更新的版本，现在是 ${process.versions.node}：到 https://nodejs.org 下载。`,
  )
  process.exit(1)
}

/** The engine of the Chromium beside it, without windows: a tab costs it half the work. */
const headlessShell = '/usr/bin/chromium-headless-shell'
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** The path of the Chromium that is installed, or is named by CHROMIUM_PATH. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  return [named, headlessShell, ...browsers].find((path) => path && existsSync(path))
}

/** The path of a Chromium with windows, for what the shell cannot be asked; undefined where there is none. */
export function findWindowedBrowser() {
  const named = process.env.CHROMIUM_PATH
  return [named === headlessShell ? undefined : named, ...browsers].find(
    (path) => path && existsSync(path),
  )
}

/** The path of a Chromium; on Debian it is installed with its headless shell and Chinese fonts when missing. */
export function installBrowser() {
  const named = process.env.CHROMIUM_PATH
  const isWhole = existsSync(headlessShell) && findWindowedBrowser()
  if (((named && existsSync(named)) || isWhole) && hasChineseFonts()) return findBrowser()
  if (canInstall()) {
    console.log('安装 Chromium 和中文字体……')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    const packages = ['chromium', 'fonts-noto-cjk']
    // Ubuntu and older Debians have no package of the shell.
    if (!installDebian([...packages, 'chromium-headless-shell'])) installDebian(packages)
  }
  const installed = findBrowser()
  if (installed) return installed
  console.error(
    '浏览器测试需要 Chromium：Debian 或 Ubuntu 上运行 apt-get install chromium fonts-noto-cjk，或用 CHROMIUM_PATH 指明它的位置。',
  )
  process.exit(1)
}

/** Debian's build of nginx leaves out brotli; this module sends what was packed beforehand. */
const brotli = {
  package: 'libnginx-mod-http-brotli-static',
  file: '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
}

/** Commands that tests run, by Debian's package: static hosts, the certificate of one, a validator of XML, films. */
const tools = {
  ffmpeg: 'ffmpeg',
  nginx: 'nginx',
  caddy: 'caddy',
  openssl: 'openssl',
  rsync: 'rsync',
  xmllint: 'libxml2-utils',
}

/** What the tests run besides Node and a browser; on Debian it is installed when missing. */
export function installServers() {
  const missing = Object.keys(tools).filter((name) => !isThere(name))
  const packages = missing.map((name) => tools[name])
  const also = [
    ...(existsSync(brotli.file) ? [] : [brotli.package]),
    // Uploads are tested against a machine of their own.
    ...(existsSync('/usr/sbin/sshd') ? [] : ['openssh-server', 'openssh-client']),
  ]
  const wanted = [...packages, ...also]
  if (wanted.length > 0 && canInstall()) {
    console.log(`安装 ${wanted.join('、')}……`)
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    installDebian(wanted)
  }
  if (!missing.every(isThere)) {
    console.error(
      `测试需要 ${missing.join('、')}：Debian 或 Ubuntu 上运行 apt-get install ${packages.join(' ')}，别的系统装好后让它们在 PATH 里。`,
    )
    process.exit(1)
  }
  if (!existsSync(brotli.file))
    console.log(
      `没有 nginx 的 brotli 模块，nginx 上只测 gzip：Debian 或 Ubuntu 上运行 apt-get install ${brotli.package} 就会一起测。`,
    )
}

/** Whether the packages are installed now. Run level 1 keeps them from starting their services. */
function installDebian(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const words = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
  return spawnSync('apt-get', words, { stdio: 'inherit', env }).status === 0
}

function isThere(command) {
  return !spawnSync(command, ['version']).error
}

function hasChineseFonts() {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' })
  return !error && stdout.trim() !== ''
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}
