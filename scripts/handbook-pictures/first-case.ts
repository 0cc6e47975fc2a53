import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const handbook = 'docs/handbook/first-case.md'
const slug = 'ba-ke-tang-kai-jin-she-qu'
export const firstCaseDraft = `content/cases/${slug}.md`
export const firstCaseUrl = `/cases/${slug}.html`

/** What a command of the page printed, and how long it took, in seconds. */
interface Step {
  command: string
  printed: string
  seconds: number
}

/**
 * Run the commands that the handbook's page of the first case tells its reader, in order, with the files
 * of `folder`; the preview is left out. Throws when one fails.
 */
export function runFirstCase(root: string, folder: string, names: RegExp): Step[] {
  const commands = readFileSync(handbook, 'utf8').matchAll(/^npm run (\w+) -- (.*)$/gm)
  return [...commands].flatMap(([, name = '', written = '']) => {
    if (!names.test(name)) return []
    const words = written.split(' ').map((word) => {
      const file = join(folder, word)
      return existsSync(file) ? file : word
    })
    return [runCommand(root, name, words)]
  })
}

export function runCommand(root: string, name: string, words: readonly string[]): Step {
  const began = performance.now()
  const env = { ...process.env, PORTAL_ROOT: root, NO_COLOR: '1', GITHUB_ACTIONS: '' }
  const command = ['--import', 'tsx', `scripts/${name}.ts`, ...words]
  const { status, stdout, stderr } = spawnSync('node', command, { encoding: 'utf8', env })
  if (status !== 0) throw new Error(`${name} ${words.join(' ')}: ${stdout}${stderr}`)
  return {
    command: `${name} ${words.join(' ')}`,
    printed: stdout,
    seconds: (performance.now() - began) / 1000,
  }
}

type Change = [what: RegExp, by: string]
const asRead: Change = [/^ +verified: false\n/gm, '']
const publish: Change = [/^status: draft$/m, 'status: published']

/** Fill in what the page asks for, in words that are visibly those of a test. */
export function fillFirstCase(root: string): void {
  const [cited = ''] = /\[\^[\w-]+-f01\]/.exec(read(root, firstCaseDraft)) ?? []
  const sheet = readdirSync(join(root, 'seeds')).find((name) => name.startsWith('gong-yi'))
  const text = (field: string): Change => [
    new RegExp(`^${field}: .*$`, 'm'),
    summaries[field] ?? '',
  ]
  edit(root, `seeds/${slug}.yaml`, [[/^url: .*$/m, 'url: https://example.org/report.htm'], asRead])
  edit(root, `seeds/${sheet}`, [text('publisher'), text('published'), text('url'), asRead])
  edit(root, 'content/organizations/demo-team.md', [
    text('summary'),
    [/(^---\n[\s\S]*?^---\n)[\s\S]*/m, `$1\n支部办了课堂，到2024年底共12期${cited}。\n`],
    publish,
  ])
  edit(root, firstCaseDraft, [
    [/^summary: .*$/m, caseSummary],
    [/^unit: todo$/m, 'unit: demo-team'],
    [/【待补：图片上有什么】/g, '测试图样'],
    publish,
  ])
  edit(root, 'content/videos/ke-tang-yi-jiao.md', [
    text('summary'),
    [/【待补：这部视频.*$/m, `短片拍的是课堂一角。到2024年底，课堂办了12期${cited}。`],
    publish,
  ])
}

const caseSummary =
  'summary: 支部的党员在社区活动室办课堂，教居民用手机。到2024年底办了12期，先后有300余人听过课。'
const summaries: Record<string, string> = {
  publisher: 'publisher: 某某互联网企业党支部',
  published: 'published: null\npublished_note: 支部的统计表，没有发布日期。',
  url: 'url: null\nurl_note: 支部自己的统计表，没有网址。',
  summary:
    'summary: 测试用的介绍，照公开报道写它办课堂的做法和期数。报道没有写支部的人数和成立时间，这里也不补写。',
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function edit(root: string, path: string, changes: readonly Change[]): void {
  const text = changes.reduce(
    (before, [what, by]) => {
      const after = before.replace(what, by)
      if (after === before) throw new Error(`${path}: nothing like ${what}`)
      return after
    },
    read(root, path),
  )
  writeFileSync(join(root, path), text)
}
