import { parseDocument, stringify } from 'yaml'
import { modelVersion } from '../model/version.ts'
import type { NewFile } from './scaffold.ts'

/** What a new portal is told of itself; what is not said keeps its sample value or stays away. */
export interface PortalAnswers {
  name?: string
  host?: string
  contact?: string
  /** `浙江省/杭州市`. */
  region?: string
  base?: string
  url?: string
  icp?: string
  police?: string
}

interface Beginning {
  answers: PortalAnswers
  /** The package it is pinned to, as `package.json` has it: `0.1.0`. */
  version: string
  /** Packages that only some portals need, with their versions. */
  optional: Readonly<Partial<Record<string, string>>>
  /** `YYYY-MM-DD`. */
  today: string
}

/** A file of a new portal, and the file of the program it is made from. */
interface Template {
  path: string
  from: string
  made?: (text: string, beginning: Beginning) => string
}

const pages = ['about', 'accessibility', 'corrections', 'feedback', 'privacy']
const samples = [
  'content/cases/first-case.md',
  'content/organizations/sample-committee.md',
  'content/topics/getting-started.md',
  'content/pages/about.md',
  'seeds/sample-report.yaml',
]

/** Every file a new portal begins with, besides its `package.json`. */
export const portalTemplates: readonly Template[] = [
  { path: 'site.yaml', from: 'starter/site.yaml', made: settings },
  ...samples.map((path) => ({ path, from: `starter/${path}`, made: sample })),
  // What these say holds for every portal: the edition's own are the source.
  ...pages
    .filter((name) => name !== 'about')
    .map((name) => `content/pages/${name}.md`)
    .map((path) => ({ path, from: path, made: page })),
  { path: 'README.md', from: 'starter/README.md' },
  { path: '.gitignore', from: 'starter/gitignore' },
  { path: '.vscode/settings.json', from: 'starter/vscode-settings.json' },
  ...['chaotou.code-snippets', 'tasks.json']
    .map((name) => `.vscode/${name}`)
    .map((path) => ({ path, from: path })),
  {
    path: '.github/workflows/check.yml',
    from: '.github/workflows/check.yml',
    made: (text) =>
      withoutParts(text, [
        ['jobs', 'program'],
        ['jobs', 'content', 'steps', '审阅人写好了没有'],
      ]),
  },
  { path: '.github/workflows/release.yml', from: '.github/workflows/release.yml' },
  {
    path: '.gitlab-ci.yml',
    from: '.gitlab-ci.yml',
    made: (text) => withoutParts(text, [['program']]),
  },
  ...['check.yml', 'release.yml']
    .map((name) => `.workflow/${name}`)
    .map((path) => ({ path, from: path })),
]

/** The commands of the package that a portal's `package.json` names, each as `npm run` knows it. */
const commands = [
  ...['dev', 'build', 'serve', 'check', 'new', 'import', 'picture', 'film', 'facts', 'report'],
  ...['search', 'diff', 'merge', 'upload', 'release', 'upgrade', 'collect'],
]

/** The files of a new portal; `read` gives the text of a file of the program by its path. */
export function newPortal(beginning: Beginning, read: (path: string) => string): NewFile[] {
  const files = portalTemplates.map(({ path, from, made }) => {
    const text = read(from)
    return { path, text: made ? made(text, beginning) : text }
  })
  return [...files, { path: 'package.json', text: manifest(beginning) }]
}

function manifest({ answers, version, optional }: Beginning): string {
  const fonts = optional['@embedpdf/fonts-sc']
  const wanted = {
    chaotou: version,
    // Share images are drawn as soon as the portal knows its address.
    ...(answers.url && fonts ? { '@embedpdf/fonts-sc': fonts } : {}),
  }
  const scripts = {
    start: 'chaotou build --with-samples && chaotou serve',
    test: 'chaotou check',
    ...Object.fromEntries(commands.map((name) => [name, `chaotou ${name}`])),
  }
  const json = { name: 'portal', private: true, scripts, devDependencies: wanted }
  return `${JSON.stringify(json, null, 2)}\n`
}

/** `site.yaml` with what was answered; the registration numbers stand after the host. */
function settings(text: string, { answers }: Beginning): string {
  const lines = text.split('\n')
  let place = lines.findIndex((line) => line.startsWith('host:')) + 1
  for (const [name, value] of Object.entries(answers)) {
    // A region is its entries', not the portal's.
    if (value === undefined || name === 'region') continue
    const line = stringify({ [name]: value }, { lineWidth: 0 }).trimEnd()
    const at = lines.findIndex((one) => one.startsWith(`${name}:`))
    if (at >= 0) lines[at] = line
    else lines.splice(place++, 0, line)
  }
  return `${lines.join('\n')}\n# 内容的写法是第几版，由 npm run upgrade 改。\nmodel: ${modelVersion}\n`
}

function sample(text: string, { answers: { region = '全国' }, today }: Beginning): string {
  return text.replaceAll('2026-01-01', today).replaceAll('regions: [全国]', `regions: [${region}]`)
}

/** A page of the edition as another portal's: begun today, naming nothing that portal lacks. */
function page(text: string, { today }: Beginning): string {
  const [, front = '', body = ''] = /^---\n([^]*?\n)---\n([^]*)$/.exec(text) ?? []
  const document = parseDocument(front)
  for (const name of ['updated', 'topics', 'related', 'corrections']) document.delete(name)
  document.set('date', today)
  if (document.has('review_by')) document.set('review_by', aYearAfter(today))
  const linked = body.replace(/\[([^\]]+)\]\(\/pages\/([a-z-]+)\.html\)/g, (link, words, name) =>
    pages.includes(name) ? link : words,
  )
  return `---\n${document.toString({ lineWidth: 0 })}---\n${linked}`
}

function aYearAfter(today: string): string {
  const next = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  return next.endsWith('-02-29') ? next.replace('-29', '-28') : next
}

/** YAML without the parts at some paths; a step of a list is named by its `name`. */
function withoutParts(text: string, paths: readonly (readonly string[])[]): string {
  const document = parseDocument(text)
  for (const path of paths) document.deleteIn(placed(document.toJS(), path))
  return document.toString({ lineWidth: 0 })
}

function placed(value: unknown, path: readonly string[]): (string | number)[] {
  const [name, ...rest] = path
  if (name === undefined) return []
  const key = Array.isArray(value)
    ? value.findIndex((one: { name?: string }) => one.name === name)
    : name
  // A path of the program's own files: it is there.
  return [key, ...placed((value as Record<string | number, unknown>)[key], rest)]
}
