/** The sites whose pages are measured: this repository's edition, and the same texts by other generators. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prose } from './generators.ts'
import type { Peer } from './generators.ts'
import { runMeasured } from './process-tree.ts'

export type PageName = 'home' | 'list' | 'case' | 'lesson' | 'search' | 'film'

export interface Site {
  name: string
  folder: string
  pages: Partial<Record<PageName, string>>
  /** The portal's own headers are part of what is measured. */
  ours: boolean
}

const repository = fileURLToPath(new URL('..', import.meta.url))
/** The longest case, and a lesson with four questions. */
const [slug, lesson] = ['hangzhou', 'training/read-a-case/know-the-base']

/** The portal as it is built now, or as it was into a folder. */
export async function ownSite(work: string, name: string, built?: string): Promise<Site> {
  const folder = built ? resolve(built) : join(work, 'own')
  if (!built) {
    const args = [join(repository, 'scripts/build.js'), '--out', folder]
    await succeed(process.execPath, args, repository)
  }
  return {
    name,
    folder,
    ours: true,
    pages: {
      home: '/index.html',
      list: '/cases/index.html',
      case: `/cases/${slug}.html`,
      lesson: `/${lesson}.html`,
      search: '/search.html',
      film: '/videos/know-the-base.html',
    },
  }
}

/** A peer's site of all cases, a list of them, a lesson and an opening page, in its own look. */
export async function peerSite(work: string, peer: Peer): Promise<Site> {
  const project = mkdtempSync(join(work, 'project-'))
  peer.prepare(project, repository)
  const write = (page: string, title: string, body: string): void => {
    const file = join(project, peer.source(page))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, peer.page(title, body))
  }
  const links = caseLinks(peer)
  const { title, body } = prose(readFileSync(join(repository, `content/${lesson}.md`), 'utf8'))
  write('home', '互联网行业党建学习门户', `\n${links.slice(0, 6).join('\n')}\n`)
  write('list', '全部案例', `\n${links.join('\n')}\n`)
  write('lesson', title, body)
  const { command, args, env, cwd = project } = peer.command(project)
  await succeed(command, args, cwd, env)
  return {
    name: peer.name,
    folder: join(project, peer.output),
    ours: false,
    pages: {
      home: peer.address('home'),
      list: peer.address('list'),
      case: peer.address(slug),
      lesson: peer.address('lesson'),
    },
  }
}

/** Every case as our own list shows it: its title as a link, and its summary. */
function caseLinks(peer: Peer): string[] {
  const cases = join(repository, 'content/cases')
  return readdirSync(cases).map((file) => {
    const text = readFileSync(join(cases, file), 'utf8')
    const summary = /^summary: (.*)$/mu.exec(text)?.[1] ?? ''
    return `- [${prose(text).title}](${peer.address(file.replace(/\.md$/u, ''))}) ${summary}`
  })
}

async function succeed(
  command: string,
  args: string[],
  cwd: string,
  env?: Record<string, string>,
): Promise<void> {
  const { code, output } = await runMeasured(command, args, { cwd, env })
  if (code !== 0) throw new Error(`${command}：${output.slice(-800)}`)
}

/** What a host sends for a path; folders are their `index.html`. */
export function readerOf({ folder }: Site): (path: string) => Uint8Array | undefined {
  return (path) => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    return existsSync(file) ? readFileSync(file) : undefined
  }
}
