import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { faultOf, usageOf } from '../scripts/command.ts'
import { bundled } from './bundled.ts'

/** How `npm run` starts each command that people type. */
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
const ours = Object.entries(scripts).filter(([, line]) => /^(node|tsx) scripts\//.test(line))
const commandOf = (name: string) => scripts[name]?.replace(/^tsx /, 'node --import tsx ') ?? ''

interface Ran {
  code: number | null
  out: string
  err: string
}

function run(line: string): Promise<Ran> {
  return new Promise((done) => {
    const env = { ...process.env, NO_COLOR: '1' }
    const child = execFile('bash', ['-c', line], { env, maxBuffer: 1e8 }, (_error, out, err) =>
      done({ code: child.exitCode, out, err }),
    )
    child.stdin?.end()
  })
}

/** A wrong invocation of every command that takes one, and what it is told. */
const wrong: [command: string, words: string, said: string][] = [
  ['build', '--outt dist', '没有 --outt 这个选项。你是不是要写 --out？'],
  ['build', '--shard 5/4', '--shard 要写成“第几片/共几片”'],
  ['check', '--format text', '没有“text”这种格式。'],
  ['dev', '--prot 4000', '你是不是要写 --port？'],
  ['diff', 'nowhere elsewhere', '没有“nowhere”。'],
  ['facts', '--source nowhere', '没有“nowhere”这个来源。'],
  ['film', '', '要写片子的文件，例如 npm run film -- IMG_2031.MOV 字幕.srt。'],
  ['film', 'a.mov --poster 4', '--poster 没有“4”这一种。'],
  ['films', 'nothing', '没有这部短片：nothing。'],
  ['import', '--report xml', '没有“xml”这种报告'],
  ['init', '', '要写新门户的文件夹'],
  ['init', '门户 --icp 123', '--icp：要写备案系统给的网站备案号'],
  ['init', '门户 --region 火星', '没有“火星”这个地区'],
  ['merge', '--out', '--out 后面要写值。'],
  ['new', 'case --titel 标题', '你是不是要写 --title？'],
  ['picture', '', '要写图片的文件，例如 npm run picture -- IMG_2031.JPG'],
  ['picture', 'a.jpg --to 图片', '--to：'],
  ['release', '', '要写发布到哪里：--to 目录。'],
  ['report', '--link', '你是不是要写 --links？'],
  ['report', '--log nowhere.log', '没有 nowhere.log 这个文件。'],
  ['search', '--top many', '--top 要写正整数，现在是“many”。'],
  ['upload', '', '要写上传到哪里：--to 地方。'],
  ['upgrade', '--dryrun', '你是不是要写 --dry-run？'],
  ['serve', '--port web', '--port 要写正整数，现在是“web”。'],
  ['start', '--fast', 'npm start 没有选项，多了“--fast”。'],
]

const named = [...new Set(wrong.map(([name]) => name)), 'facts']
const typed = named.filter((name) => scripts[name]?.startsWith('tsx '))
const bundles = await bundled(...typed)
/** A command without the second that loading its modules one by one takes. */
const bundleOf = (name: string) =>
  typed.includes(name) ? `node ${bundles(name)}` : commandOf(name)

describe('every command', { timeout: 60_000 }, () => {
  it('is one of the known ones', () => {
    const names = [...new Set(wrong.map(([name]) => name))]
    expect(ours.map(([name]) => name)).toEqual(expect.arrayContaining(names))
  })

  it.concurrent.each(ours)('npm run %s answers --help in Chinese', async (name) => {
    const { code, out, err } = await run(`${commandOf(name)} --help`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^用法：npm /)
    expect(out).toContain('--help')
  })

  it.concurrent.each(wrong)('npm run %s -- %s says what is wrong', async (name, words, said) => {
    const { code, out, err } = await run(`${bundleOf(name)} ${words}`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
    expect(err).toMatch(/--help。\n$/)
    expect(err).not.toMatch(/^ +at /m)
  })

  it.concurrent('stops when its reader has seen enough', async () => {
    const { out, err } = await run(`${bundleOf('facts')} --format json | head -n 1`)
    expect({ out, err }).toEqual({ out: '[\n', err: '' })
  })
})

describe('the arguments of a command', () => {
  const command = {
    name: 'try',
    says: '试一试。',
    options: {
      to: { type: 'string', value: '目录', says: '写到哪里' },
      keep: { type: 'string', counts: true, says: '留几次' },
      form: { type: 'string', choices: ['html', 'markdown'], says: '格式' },
      quiet: { type: 'boolean', says: '少说' },
    },
  } as const
  const faults: [string, string | undefined][] = [
    ['--to out --keep 3 --form html --quiet', undefined],
    ['--to=out', undefined],
    ['--too out', '没有 --too 这个选项。你是不是要写 --to？'],
    ['-x', '没有 -x 这个选项。可以写：--to、--keep、--form、--quiet、--help。'],
    ['--to', '--to 后面要写值。'],
    ['--quiet=yes', '--quiet 后面不写值。'],
    ['--form htm', '--form 没有“htm”这一种。你是不是要写 html？'],
    ['--keep 0', '--keep 要写正整数，现在是“0”。'],
    ['word', '多了“word”。有空格的值要用引号括起来。'],
  ]
  it.each(faults)('%s', (words, said) => {
    expect(faultOf(command, words.split(' '))).toBe(said)
  })

  it('are listed in columns, whatever the width of their names', () => {
    expect(usageOf(command)).toContain('  --to <目录>  写到哪里\n  --keep       留几次\n')
    expect(usageOf({ ...command, words: '<词>…' })).toMatch(
      /^用法：npm run try -- <词>… \[选项\]\n/,
    )
  })
})
