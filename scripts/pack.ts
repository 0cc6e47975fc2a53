import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { BuildOptions, Metafile } from 'esbuild'
import { bundleProgram, bundling, programVersion } from '../builder/program.js'
import { bundleOverlay } from '../builder/serve/overlay.ts'
import { packedBase } from '../builder/shell/packed-shell.ts'
import { licences } from '../src/publish/sbom.ts'
import { filesBelow } from '../src/release/manifest.ts'
import { portalTemplates } from '../src/scaffold/new-portal.ts'
import { readPackage } from '../builder/shell/shipped-packages.ts'
import { readCommand } from './command.ts'

/** `npm pack` runs this first: the folder `package/`, which is all that the tarball holds of the program. */
const folder = 'package'
/** The commands of the package, as its help lists them. */
const commands = {
  init: '建一个自己的门户',
  dev: '边写边看',
  build: '检查内容，构建站点',
  serve: '在这台电脑上打开构建好的站点',
  check: '检查内容',
  new: '新建一个条目、来源或组织',
  import: '把 Word、网页、表格、PDF 变成草稿',
  picture: '把照片做成门户能放的图片',
  film: '把手机拍的片子和字幕变成草稿',
  facts: '列出事实的用处，逐条复读',
  collect: '从别的门户收案例',
  report: '写一份这一版内容的报告',
  search: '在构建好的站点里搜一句话',
  diff: '比较两次构建',
  upgrade: '把内容改成程序新版本的写法',
  merge: '合并分片的构建',
  upload: '上传到主机或对象存储',
  release: '发布，退回上一次',
}
/** The doors of search that others may import. */
const doors = { build: 'src/search/build.ts', query: 'src/search/query.ts' }
/** What a portal's own components are given: types alone. */
const themeTypes = 'src/model/theme.ts'
/** What stands in the package as it stands here. */
const copied = [
  'docs/handbook',
  'schemas',
  ...new Set(portalTemplates.map(({ from }) => from)),
  '.vitepress/theme/assets/icon.svg',
  'builder/serve/overlay/panel.css',
]
const common = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  metafile: true,
  format: 'esm',
  logLevel: 'error',
  // All licences stand in one file.
  legalComments: 'none',
} satisfies BuildOptions

readCommand({
  name: 'prepack',
  says: '把程序做成软件包的文件夹 package/，npm pack 用它。',
  options: {},
})
const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}
rmSync(folder, { recursive: true, force: true })
for (const path of copied) cpSync(path, join(folder, path), { recursive: true })
cpSync('scripts/pack/chaotou.js', join(folder, 'chaotou.js'))
write('builder/serve/overlay/main.js', bundleOverlay())
const bundled = [await bundleCommands(), await bundleSearch(), await bundleEditor()]
await packShell()
write('licences.txt', licences(unique(bundled.flatMap(packagesOf))))
const program = createHash('sha256')
for (const path of filesBelow(folder)) program.update(readFileSync(join(folder, path)))
write(
  'commands.json',
  JSON.stringify({ version: own.version, program: program.digest('hex'), commands }),
)

function write(path: string, text: string | Uint8Array): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** The commands, the thread that helps them, and what builds an index, each a file of `program/`. */
async function bundleCommands(): Promise<Metafile> {
  const entries = [
    ...Object.keys(commands).map((name) => `scripts/${name}.ts`),
    'builder/threads/worker.ts',
  ]
  const { metafile } = await build({
    ...bundling,
    ...common,
    entryPoints: {
      ...Object.fromEntries(entries.map((path) => [basename(path, '.ts'), path])),
      // It has the dictionaries that the program has.
      'search-build': doors.build,
    },
    outdir: join(folder, 'program'),
    // What finds files of its own on the disk is installed beside the package.
    external: [
      ...Object.keys({ ...own.dependencies, ...own.peerDependencies }),
      // The slow road is the repository's.
      'vitepress',
    ],
  })
  return metafile
}

/** The browser's half of search, and the types of both doors and of the theme. */
async function bundleSearch(): Promise<Metafile> {
  const { metafile } = await build({
    ...common,
    entryPoints: [doors.query],
    outdir: join(folder, 'search'),
  })
  const types = join(folder, 'types')
  execFileSync(process.execPath, [
    ...['node_modules/typescript/bin/tsc', ...Object.values(doors), themeTypes, '--ignoreConfig'],
    ...['--declaration', '--emitDeclarationOnly', '--outDir', types, '--rootDir', 'src'],
    ...['--module', 'nodenext', '--target', 'es2022', '--allowImportingTsExtensions', '--strict'],
    ...['--skipLibCheck', '--lib', 'es2023,dom,dom.iterable'],
  ])
  return metafile
}

/** The browser editor's own script; the CMS is installed by portals that want it. */
async function bundleEditor(): Promise<Metafile> {
  const path = 'builder/shell/browser-editor/main'
  const { metafile } = await build({
    ...common,
    entryPoints: [`${path}.ts`],
    outfile: join(folder, `${path}.js`),
    external: ['@sveltia/cms'],
    target: 'es2022',
  })
  return metafile
}

/** The shell under a base that every portal replaces with its own. */
async function packShell(): Promise<void> {
  const shell = resolve(folder, 'shell')
  const script = `${await bundleProgram(programVersion())}shell-process.js`
  mkdirSync(shell, { recursive: true })
  execFileSync(process.execPath, [fileURLToPath(script), shell, packedBase], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'ignore'],
  })
}

/** Two bundles may hold the same package. */
function unique(packages: ReturnType<typeof readPackage>[]): ReturnType<typeof readPackage>[] {
  return [...new Map(packages.map((one) => [`${one.name}@${one.version}`, one])).values()]
}

/** The packages whose code a bundle holds. */
function packagesOf({ inputs }: Metafile): ReturnType<typeof readPackage>[] {
  const folders = Object.keys(inputs).flatMap(
    (path) => /^(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  )
  return [...new Set(folders)].sort().map(readPackage)
}
