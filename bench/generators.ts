/** Projects of the generators a portal could use instead, with equivalent pages. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Command {
  command: string
  args: string[]
  env?: Record<string, string>
  /** Folder it runs in; the project unless given. */
  cwd?: string
}

export interface Generator {
  name: string
  /** What 潮头 has and this does not, in a word or two; nothing of its own. */
  lacks: string
  /** Write a project that makes a page of each case in a portal's folder. */
  prepare: (project: string, portal: string) => void
  command: (project: string) => Command
  /** Where its pages end up, below the project. */
  output: string
  /** Where its caches are, removed before a first build. */
  caches: string[]
  /** Arguments that make a build start from nothing. */
  fresh?: string[]
  /** The file an edit of a case is made in. */
  source: (slug: string) => string
  /** What it is made of, whose program it needs. */
  of?: Generator
}

/** A generator that a portal could use instead. */
export interface Peer extends Generator {
  /** A page's file as this generator wants it. */
  page: (title: string, body: string) => string
  /** The path a case is read at. */
  address: (slug: string) => string
}

const repository = fileURLToPath(new URL('..', import.meta.url))
const bin = (name: string): string => join(repository, 'bench/node_modules/.bin', name)

/** Prose of an entry: what is left of it where citations, links and containers mean nothing. */
export function prose(text: string): { title: string; body: string } {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? []
  const title = /^title: (.*)$/mu.exec(front)?.[1] ?? ''
  const plain = body
    .replaceAll(/\[\^[^\]]*\]/gu, '')
    .replaceAll(/^:::.*$/gmu, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
  return { title, body: plain }
}

function writeCases(
  portal: string,
  folder: string,
  page: (title: string, body: string) => string,
): void {
  mkdirSync(folder, { recursive: true })
  const cases = join(portal, 'content/cases')
  for (const name of readdirSync(cases)) {
    const { title, body } = prose(readFileSync(join(cases, name), 'utf8'))
    writeFileSync(join(folder, name), page(title, body))
  }
}

const plainPage = (title: string, body: string): string =>
  `---\ntitle: ${title}\n---\n\n# ${title}\n${body}`
/** Themes that print the title themselves. */
const titledPage = (title: string, body: string): string => `---\ntitle: ${title}\n---\n${body}`

const folderAddress = (slug: string): string => `/cases/${slug}/`

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** What none of the others has. */
const ours = '检查、来源、图表、互动'

const vitepress: Peer = {
  name: 'VitePress',
  lacks: `检索、${ours}`,
  prepare(project, portal) {
    writeCases(portal, join(project, 'cases'), plainPage)
    write(join(project, 'index.md'), '# 案例\n')
    write(
      join(project, '.vitepress/config.mjs'),
      "export default { lang: 'zh-CN', title: '案例', ignoreDeadLinks: true }\n",
    )
  },
  command: (project) => ({
    command: process.execPath,
    args: [
      '--max-old-space-size=8192',
      join(repository, 'node_modules/vitepress/bin/vitepress.js'),
      'build',
      project,
    ],
  }),
  output: '.vitepress/dist',
  caches: ['.vitepress/cache', '.vitepress/dist'],
  source: (slug) => `cases/${slug}.md`,
  page: plainPage,
  address: (slug) => `/cases/${slug}.html`,
}

const layout = (title: string, content: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>${title}</h1>${content}</main></body></html>
`

const eleventy: Peer = {
  name: 'Eleventy',
  lacks: `检索、样式、${ours}`,
  prepare(project, portal) {
    writeCases(portal, join(project, 'src/cases'), titledPage)
    write(join(project, 'src/cases/cases.json'), '{"layout":"page.njk"}')
    write(join(project, 'src/_includes/page.njk'), layout('{{ title }}', '{{ content | safe }}'))
    write(join(project, 'package.json'), '{"type":"module"}')
  },
  command: () => ({ command: bin('eleventy'), args: ['--quiet', '--input=src', '--output=_site'] }),
  output: '_site',
  caches: ['_site'],
  source: (slug) => `src/cases/${slug}.md`,
  page: titledPage,
  address: folderAddress,
}

const hugo: Peer = {
  name: 'Hugo',
  lacks: `检索、样式、${ours}`,
  prepare(project, portal) {
    writeCases(portal, join(project, 'content/cases'), titledPage)
    write(
      join(project, 'hugo.toml'),
      'baseURL = "/"\nlanguageCode = "zh-CN"\ntitle = "案例"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    )
    write(join(project, 'layouts/_default/single.html'), layout('{{ .Title }}', '{{ .Content }}'))
    write(
      join(project, 'layouts/_default/list.html'),
      layout(
        '{{ .Title }}',
        '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</ul>',
      ),
    )
  },
  command: () => ({ command: 'hugo', args: ['--quiet'] }),
  output: 'public',
  caches: ['public', 'resources', '.hugo_build.lock'],
  source: (slug) => `content/cases/${slug}.md`,
  page: titledPage,
  address: folderAddress,
}

/** Its search is Pagefind's, and on as it comes. */
const starlight: Peer = {
  name: 'Starlight',
  lacks: ours,
  prepare(project, portal) {
    writeCases(portal, join(project, 'src/content/docs/cases'), titledPage)
    write(join(project, 'src/content/docs/index.md'), titledPage('案例', ''))
    write(
      join(project, 'src/content.config.ts'),
      "import { defineCollection } from 'astro:content'\nimport { docsLoader } from '@astrojs/starlight/loaders'\nimport { docsSchema } from '@astrojs/starlight/schema'\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }\n",
    )
    write(
      join(project, 'astro.config.mjs'),
      "import { defineConfig } from 'astro/config'\nimport starlight from '@astrojs/starlight'\nexport default defineConfig({ telemetry: false, integrations: [starlight({ title: '案例', defaultLocale: 'root', locales: { root: { label: '简体中文', lang: 'zh-CN' } }, sidebar: [] })] })\n",
    )
    write(join(project, 'package.json'), '{"type":"module"}')
  },
  command: () => ({
    command: bin('astro'),
    args: ['build'],
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  }),
  output: 'dist',
  caches: ['dist', '.astro', 'node_modules/.astro'],
  source: (slug) => `src/content/docs/cases/${slug}.md`,
  page: titledPage,
  address: folderAddress,
}

/** The package as portals install it, beside the modules it needs; made once for a run. */
let packed = false
function makePackage(): void {
  if (!packed) execFileSync('npx', ['--no-install', 'tsx', 'scripts/pack.ts'], { cwd: repository })
  packed = true
}

/** 潮头 itself: the whole portal with everything on. */
const chaotou: Generator = {
  name: '潮头',
  lacks: '',
  prepare(project, portal) {
    makePackage()
    cpSync(portal, project, { recursive: true })
  },
  command: (project) => ({
    command: process.execPath,
    args: [join(repository, 'package/chaotou.js'), 'build', '--out', join(project, 'out')],
  }),
  output: 'out',
  caches: ['out', '.vitepress/cache'],
  fresh: ['--force'],
  source: (slug) => `content/cases/${slug}.md`,
}

/** With the search that comes with it. */
const vitepressSearching: Generator = {
  ...vitepress,
  name: 'VitePress＋自带检索',
  lacks: ours,
  prepare(project, portal) {
    vitepress.prepare(project, portal)
    write(
      join(project, '.vitepress/config.mjs'),
      "export default { lang: 'zh-CN', title: '案例', ignoreDeadLinks: true, themeConfig: { search: { provider: 'local' } } }\n",
    )
  },
}

/** Without the search that comes with it. */
const starlightBare: Generator = {
  ...starlight,
  name: 'Starlight，不要检索',
  lacks: `检索、${ours}`,
  prepare(project, portal) {
    starlight.prepare(project, portal)
    const file = join(project, 'astro.config.mjs')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('starlight({', 'starlight({ pagefind: false,'),
    )
  },
}

/** With the search that most sites of such generators take. */
function withPagefind(peer: Peer): Generator {
  const index = `${bin('pagefind')} --silent --site ${peer.output}`
  return {
    ...peer,
    name: `${peer.name}＋Pagefind`,
    lacks: peer.lacks.replace('检索、', ''),
    of: peer,
    command(project) {
      const { command, args, ...rest } = peer.command(project)
      return { ...rest, command: 'sh', args: ['-c', `"$0" "$@" && ${index}`, command, ...args] }
    },
  }
}

export const peers: readonly Peer[] = [vitepress, eleventy, starlight, hugo]
export const generators: readonly Generator[] = [
  chaotou,
  vitepress,
  vitepressSearching,
  starlightBare,
  starlight,
  eleventy,
  withPagefind(eleventy),
  hugo,
  withPagefind(hugo),
]

export function forget(generator: Generator, project: string): void {
  for (const cache of generator.caches)
    rmSync(join(project, cache), { recursive: true, force: true })
}

/** Whether its program is installed: Hugo is the system's own. */
export function isThere({ command, of }: Generator): boolean {
  if (of) return isThere(of)
  const { command: name } = command('.')
  const asked = name.endsWith('hugo') ? 'version' : '--version'
  return !spawnSync(name, [asked], { stdio: 'ignore' }).error
}
