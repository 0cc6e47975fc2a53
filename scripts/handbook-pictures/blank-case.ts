import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const handbook = 'docs/handbook/blank-case.md'
const fence = /^```(\w+)\n([\s\S]*?)^```$|^- `(\w+)`改成`(.+)`。?$|待补换成`(.+)`。?$/gm

/**
 * Do in a portal what the handbook's page of a case begun blank tells its reader, command by command and
 * edit by edit; returns the files it wrote. Throws when a command fails or an edit finds no place.
 */
export function followBlankCase(root: string): string[] {
  const written: string[] = []
  const text = readFileSync(handbook, 'utf8').split('\n## 检查和预览')[0] ?? ''
  for (const [, language, block = '', field, line = '', body] of text.matchAll(fence)) {
    const file = join(root, written.at(-1) ?? '')
    if (language === 'sh') written.push(...runAll(root, block))
    else if (language === 'yaml' && block.startsWith('facts:'))
      edit(file, 'facts: []\n', () => block)
    else if (language === 'yaml') for (const one of block.trim().split('\n')) setField(file, one)
    else if (language === 'md') setBody(file, block)
    else if (field) setField(file, line)
    else if (body) setBody(file, body)
  }
  return written
}

function runAll(root: string, block: string): string[] {
  return [...block.matchAll(/^npm run new -- (.*)$/gm)].flatMap(([, words = '']) => {
    const command = ['--import', 'tsx', 'scripts/new.ts', ...words.split(' ')]
    const env = { ...process.env, PORTAL_ROOT: root }
    const { stdout, stderr } = spawnSync('node', command, { encoding: 'utf8', env })
    const path = /^写好了 (\S+)/.exec(stdout)?.[1]
    if (!path) throw new Error(`${words}: ${stderr}`)
    return [path]
  })
}

function setField(file: string, line: string): void {
  edit(file, new RegExp(`^${line.split(':')[0]}:.*$`, 'm'), () => line)
}

function setBody(file: string, body: string): void {
  edit(file, /(^---\n[\s\S]*?^---\n)[\s\S]*/m, (_, head: string) => `${head}\n${body.trim()}\n`)
}

function edit(file: string, what: string | RegExp, by: (...found: string[]) => string): void {
  const text = readFileSync(file, 'utf8')
  const next = text.replace(what, by)
  if (next === text) throw new Error(`${file}: nothing like ${what}`)
  writeFileSync(file, next)
}
