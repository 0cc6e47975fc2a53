// rules:imports
import { caseHasThreeParts } from './case-has-three-parts.ts'
import { citationNamesAFact } from './citation-names-a-fact.ts'
import { citedFactIsVerified } from './cited-fact-is-verified.ts'
import { linkLeadsSomewhere } from './link-leads-somewhere.ts'
import { quizAnswerIsAnOption } from './quiz-answer-is-an-option.ts'
import { referenceExists } from './reference-exists.ts'
// rules:end
import { engineRules } from './engine-rules.ts'
import { readerRules } from './reader-rules.ts'
import type { Rule, RuleInfo } from './rule.ts'

/** Every rule, by name. The imports and this list are kept by `npm run rules:pages`. */
export const rules: readonly Rule[] = [
  caseHasThreeParts,
  citationNamesAFact,
  citedFactIsVerified,
  linkLeadsSomewhere,
  quizAnswerIsAnOption,
  referenceExists,
]

/** Everything that can be reported: rules, faults of reading, promises of the engine; by name. */
export const ruleInfos: readonly RuleInfo[] = [
  ...rules,
  ...readerRules,
  ...Object.values(engineRules),
].sort((a, b) => (a.id < b.id ? -1 : 1))
