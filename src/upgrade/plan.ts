import { isMap, isScalar, parseDocument } from 'yaml'
import { checkLibrary } from '../check/check.ts'
import { applyEdits } from '../check/edits.ts'
import type { FixedFile } from '../check/fix.ts'
import type { PortalFiles, TextFile } from '../content/files.ts'
import { buildLibrary } from '../content/library.ts'
import { textsOf, withTexts } from '../content/portal-texts.ts'
import { readSite } from '../content/read-site.ts'
import { readSource } from '../content/read-source.ts'
import { parseYaml } from '../content/yaml.ts'
import { sortIssues } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import { modelVersion } from '../model/version.ts'
import { migrations } from './index.ts'
import type { Figures, Migration } from './migration.ts'

/** What one migration does: the places and files it changes, and the errors it leaves to a person. */
interface UpgradeStep {
  migration: Migration
  places: number
  files: number
  left: Issue[]
}

/** What an upgrade does to a portal's content. Nothing is written. */
export interface UpgradePlan {
  /** The version that the settings state. */
  from: number
  steps: UpgradeStep[]
  /** All changed files, `site.yaml` with the new version among them. */
  changed: FixedFile[]
}

/** Why nothing can be upgraded; without issues there are no settings. */
interface UpgradeFault {
  issues: readonly Issue[]
}

/** Plan the way from a portal's version of the content model to the present one; `today` is `YYYY-MM-DD`. */
export function planUpgrade(files: PortalFiles, today: string): UpgradePlan | UpgradeFault {
  const { site: settings } = files
  const { site, unsettled, issues: faults } = readSite(settings)
  if (!settings || unsettled.has('model')) return { issues: sortIssues(faults) }
  const due = migrations.filter(({ to }) => to > site.model)
  const concerns = (path: string) => due.some((migration) => migration.concerns(path))
  const concerned = textsOf(files).filter(({ path }) => concerns(path))
  const unreadable = [
    ...files.issues.filter(({ file }) => concerns(file)),
    ...concerned.flatMap(syntaxFaults),
  ]
  if (unreadable.length > 0) return { issues: sortIssues(unreadable) }
  const figures = figuresIn(files.seeds)
  const texts = new Map(concerned.map(({ path, text }) => [path, text]))
  const steps = due.map((migration) => migrate(texts, migration, figures))
  const versioned = { path: settings.path, text: withVersion(settings) }
  if (readSite(versioned).site.model !== modelVersion) return { issues: [noPlaceFor(settings)] }
  texts.set(versioned.path, versioned.text)
  const changed = textsOf(files).flatMap(({ path, text: before }) => {
    const after = texts.get(path) ?? before
    return before === after ? [] : { path, before, after }
  })
  const errors = due.length > 0 ? errorsIn(withTexts(files, texts), today) : []
  for (const step of steps) step.left = errors.filter(step.migration.leaves)
  return { from: site.model, steps, changed }
}

function syntaxFaults({ path, text }: TextFile): Issue[] {
  const { document, issues } = parseYaml(text, { file: path, firstLine: 1 })
  return document ? [] : issues
}

function figuresIn(seeds: readonly TextFile[]): Figures {
  const facts = seeds.flatMap((file) => readSource(file).value?.data.facts ?? [])
  return new Map(facts.map(({ id, figure }) => [id, figure]))
}

/** Change the texts, each by itself. */
function migrate(texts: Map<string, string>, migration: Migration, figures: Figures): UpgradeStep {
  const step: UpgradeStep = { migration, places: 0, files: 0, left: [] }
  for (const [path, text] of texts) {
    if (!migration.concerns(path)) continue
    const edits = migration.edits({ path, text, document: parseDocument(text) }, figures)
    if (edits.length === 0) continue
    step.places += edits.length
    step.files += 1
    texts.set(path, applyEdits(text, edits))
  }
  return step
}

function errorsIn(files: PortalFiles, today: string): Issue[] {
  const issues = checkLibrary(buildLibrary(files), { today })
  return issues.filter(({ severity }) => severity === 'error')
}

/** Settings with the present version: in its place, or on a line of its own after all others. */
function withVersion({ text }: TextFile): string {
  const { contents } = parseDocument(text)
  const pairs = isMap(contents) ? contents.items : []
  const value = pairs.find(({ key }) => isScalar(key) && key.value === 'model')?.value
  const range = isScalar(value) ? value.range : undefined
  if (range) return applyEdits(text, [{ span: [range[0], range[1]], text: String(modelVersion) }])
  const newLine = text === '' || text.endsWith('\n') ? '' : '\n'
  return `${text}${newLine}model: ${modelVersion}\n`
}

/** Settings in brackets, or closed by `...`, have no last line to write on. */
function noPlaceFor({ path: file }: TextFile): Issue {
  return {
    ...{ file, line: 1, column: 1, rule: 'field-is-present', severity: 'error' },
    message: '没有地方写 model：这份配置整个在括号里，或者以“...”结束。',
    hint: '在最外一层自己写上 model: 1，再升级。',
  }
}
