import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ESLint } from 'eslint'
import { getFileInfo } from 'prettier'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { isDeviceName } from '../src/model/fields.ts'

const root = resolve(import.meta.dirname, '..')

/** Files git tracks, and those it would take in, by ending. */
function files(ending: RegExp): string[] {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']
  const listed = execFileSync('git', options, { cwd: root, encoding: 'utf8' })
  return listed.split('\0').filter((path) => ending.test(path))
}

const code = files(/\.(ts|js|vue)$/)

/** Data of the portals that tests read: content, wherever it lies. */
const isData = (path: string) =>
  /^(content|seeds|films|docs\/handbook|bench\/results|site\.yaml|package-lock\.json)/.test(path) ||
  /^tests\/fixtures\/([^/]+\/(content|seeds)|upgrade)\//.test(path)

describe('the guards see', () => {
  it('every file of the program, for its format', async () => {
    const formatted = files(/\.(ts|js|vue|css|json|ya?ml|html)$/).filter((path) => !isData(path))
    const ignorePath = join(root, '.prettierignore')
    const unseen: string[] = []
    for (const path of formatted) {
      const { ignored, inferredParser } = await getFileInfo(join(root, path), { ignorePath })
      if (ignored || !inferredParser) unseen.push(path)
    }
    expect(formatted.length).toBeGreaterThan(code.length)
    expect(unseen).toEqual([])
  })

  it('every module, for the rules of code', async () => {
    const eslint = new ESLint({ cwd: root })
    const unseen: string[] = []
    for (const path of code) if (await eslint.isPathIgnored(path)) unseen.push(path)
    expect(code.length).toBeGreaterThan(500)
    expect(unseen).toEqual([])
  })

  it('every module in TypeScript, for its types', () => {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
    const vue = { extension: '.vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }
    const { fileNames } = ts.parseJsonConfigFileContent(
      config,
      ts.sys,
      root,
      {},
      undefined,
      undefined,
      [vue],
    )
    const checked = new Set(fileNames)
    const typed = code.filter((path) => /\.(ts|vue)$/.test(path))
    expect(typed.filter((path) => !checked.has(join(root, path)))).toEqual([])
  })

  it('no file of the program beside one that differs from it only in case', () => {
    const seen = new Map<string, string>()
    const twins = files(/./).flatMap((path) => {
      const key = path.normalize('NFC').toLowerCase()
      const twin = seen.get(key)
      seen.set(key, path)
      return twin === undefined ? [] : [`${twin} ~ ${path}`]
    })
    expect(twins).toEqual([])
  })
})

it('every file has a name that Windows can hold', () => {
  const impossible = files(/./).filter((path) =>
    path.split('/').some((name) => isDeviceName(name) || /[<>:"|?*\\\p{Cc}]|[. ]$/u.test(name)),
  )
  expect(impossible).toEqual([])
})

it('every platform asks the same of a change', () => {
  const templates = [
    '.github/pull_request_template.md',
    '.gitee/PULL_REQUEST_TEMPLATE.zh-CN.md',
    '.gitlab/merge_request_templates/Default.md',
  ]
  const texts = new Set(templates.map((path) => readFileSync(join(root, path), 'utf8')))
  expect(texts.size).toBe(1)
})
