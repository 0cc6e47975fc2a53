// rules:imports
import { caseHasThreeParts } from './case-has-three-parts.ts'
import { citationNamesAFact } from './citation-names-a-fact.ts'
import { citedFactIsVerified } from './cited-fact-is-verified.ts'
import { courseHasLessons } from './course-has-lessons.ts'
import { imageComesFromPortal } from './image-comes-from-portal.ts'
import { lineWithinLength } from './line-within-length.ts'
import { linkAddressIsReadable } from './link-address-is-readable.ts'
import { linkIsHttps } from './link-is-https.ts'
import { linkLeadsSomewhere } from './link-leads-somewhere.ts'
import { linkNamesItsProtocol } from './link-names-its-protocol.ts'
import { linkSchemeIsAllowed } from './link-scheme-is-allowed.ts'
import { nestingIsShallow } from './nesting-is-shallow.ts'
import { notesWithinCount } from './notes-within-count.ts'
import { organizationHasNoCycle } from './organization-has-no-cycle.ts'
import { pathStaysInPortal } from './path-stays-in-portal.ts'
import { personHasConsent } from './person-has-consent.ts'
import { quizAnswerIsAnOption } from './quiz-answer-is-an-option.ts'
import { quizAnswersVary } from './quiz-answers-vary.ts'
import { quizCitesAFact } from './quiz-cites-a-fact.ts'
import { quizIsExplained } from './quiz-is-explained.ts'
import { quizMultipleHasSeveral } from './quiz-multiple-has-several.ts'
import { quizOptionsAreParallel } from './quiz-options-are-parallel.ts'
import { quizOptionsDiffer } from './quiz-options-differ.ts'
import { quizQuestionsDiffer } from './quiz-questions-differ.ts'
import { referenceExists } from './reference-exists.ts'
import { slugIsUsedOnce } from './slug-is-used-once.ts'
import { textHasNoAttributes } from './text-has-no-attributes.ts'
import { textHasNoBankCard } from './text-has-no-bank-card.ts'
import { textHasNoDirective } from './text-has-no-directive.ts'
import { textHasNoEmail } from './text-has-no-email.ts'
import { textHasNoHtml } from './text-has-no-html.ts'
import { textHasNoIdNumber } from './text-has-no-id-number.ts'
import { textHasNoInclude } from './text-has-no-include.ts'
import { textHasNoInterpolation } from './text-has-no-interpolation.ts'
import { textHasNoMobileNumber } from './text-has-no-mobile-number.ts'
import { textHasNoPlateNumber } from './text-has-no-plate-number.ts'
import { textHasNoScript } from './text-has-no-script.ts'
import { textHasNoSecret } from './text-has-no-secret.ts'
import { textHasNoTocMark } from './text-has-no-toc-mark.ts'
// rules:end
import { engineRules } from './engine-rules.ts'
import { readerRules } from './reader-rules.ts'
import type { Rule, RuleInfo } from './rule.ts'

/** Every rule, by name. The imports and this list are kept by `npm run rules:pages`. */
export const rules: readonly Rule[] = [
  caseHasThreeParts,
  citationNamesAFact,
  citedFactIsVerified,
  courseHasLessons,
  imageComesFromPortal,
  lineWithinLength,
  linkAddressIsReadable,
  linkIsHttps,
  linkLeadsSomewhere,
  linkNamesItsProtocol,
  linkSchemeIsAllowed,
  nestingIsShallow,
  notesWithinCount,
  organizationHasNoCycle,
  pathStaysInPortal,
  personHasConsent,
  quizAnswerIsAnOption,
  quizAnswersVary,
  quizCitesAFact,
  quizIsExplained,
  quizMultipleHasSeveral,
  quizOptionsAreParallel,
  quizOptionsDiffer,
  quizQuestionsDiffer,
  referenceExists,
  slugIsUsedOnce,
  textHasNoAttributes,
  textHasNoBankCard,
  textHasNoDirective,
  textHasNoEmail,
  textHasNoHtml,
  textHasNoIdNumber,
  textHasNoInclude,
  textHasNoInterpolation,
  textHasNoMobileNumber,
  textHasNoPlateNumber,
  textHasNoScript,
  textHasNoSecret,
  textHasNoTocMark,
]

/** Everything that can be reported: rules, faults of reading, promises of the engine; by name. */
export const ruleInfos: readonly RuleInfo[] = [
  ...rules,
  ...readerRules,
  ...Object.values(engineRules),
].sort((a, b) => (a.id < b.id ? -1 : 1))
