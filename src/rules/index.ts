import { engineRules } from './engine/engine-rules.ts'
import { readerRules } from './engine/reader-rules.ts'
import type { Area, InArea, Rule } from './engine/rule.ts'
import * as editorial from './editorial/index.ts'
import * as language from './language/index.ts'
import * as media from './media/index.ts'
import * as model from './model/index.ts'
import * as quiz from './quiz/index.ts'
import * as references from './references/index.ts'
import * as safety from './safety/index.ts'
import * as structure from './structure/index.ts'
import * as truth from './truth/index.ts'

/** The rules of each area: the folder says the area, its `index.ts` names the files. */
const rulesByArea = {
  model,
  references,
  truth,
  structure,
  language,
  safety,
  media,
  quiz,
  editorial,
} satisfies Record<Area, Record<string, Rule>>

/** Every rule, by name. */
export const rules: readonly InArea<Rule>[] = Object.entries(rulesByArea)
  // The names of an object written out are those of its type.
  .flatMap(([area, folder]) => inArea(area as Area, Object.values(folder)))
  .sort(byId)

/** Everything that can be reported: rules, faults of reading, promises of the engine; by name. */
export const ruleInfos: readonly InArea[] = [
  ...rules,
  ...readerRules,
  ...Object.values(engineRules),
].sort(byId)

function inArea(area: Area, found: readonly Rule[]): InArea<Rule>[] {
  return found.map((rule) => ({ ...rule, area }))
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}
