// rules:imports
import { addressIsLinked } from './address-is-linked.ts'
import { addressIsUsedOnce } from './address-is-used-once.ts'
import { approximationIsSaidOnce } from './approximation-is-said-once.ts'
import { asOfComesFromTheSource } from './as-of-comes-from-the-source.ts'
import { asOfIsStated } from './as-of-is-stated.ts'
import { attachmentHasAlternative } from './attachment-has-alternative.ts'
import { attachmentRunsNothing } from './attachment-runs-nothing.ts'
import { bodyHasNoTitle } from './body-has-no-title.ts'
import { bracketsAreFullWidth } from './brackets-are-full-width.ts'
import { bracketsPair } from './brackets-pair.ts'
import { calloutIsKnownAndClosed } from './callout-is-known-and-closed.ts'
import { captionsAreWebvtt } from './captions-are-webvtt.ts'
import { captionsHaveCues } from './captions-have-cues.ts'
import { captionsHaveNoGap } from './captions-have-no-gap.ts'
import { caseHasThreeParts } from './case-has-three-parts.ts'
import { caseIsOfModerateLength } from './case-is-of-moderate-length.ts'
import { chaptersAreTitled } from './chapters-are-titled.ts'
import { chartCanBeDrawn } from './chart-can-be-drawn.ts'
import { chartShareIsStated } from './chart-share-is-stated.ts'
import { chartShowsOneMoment } from './chart-shows-one-moment.ts'
import { chineseRunsWithoutSpaces } from './chinese-runs-without-spaces.ts'
import { citationNamesAFact } from './citation-names-a-fact.ts'
import { citationTakesEffect } from './citation-takes-effect.ts'
import { citedFactIsVerified } from './cited-fact-is-verified.ts'
import { citedSourceIsListed } from './cited-source-is-listed.ts'
import { copyStaysCalm } from './copy-stays-calm.ts'
import { correctionChangesThePage } from './correction-changes-the-page.ts'
import { correctionIsInItsTime } from './correction-is-in-its-time.ts'
import { courseHasLessons } from './course-has-lessons.ts'
import { cuesAreInOrder } from './cues-are-in-order.ts'
import { cuesAreReadable } from './cues-are-readable.ts'
import { cuesAreShort } from './cues-are-short.ts'
import { cuesDoNotOverlap } from './cues-do-not-overlap.ts'
import { cuesFitTheVideo } from './cues-fit-the-video.ts'
import { dashIsTwoLong } from './dash-is-two-long.ts'
import { dateAgreesWithFact } from './date-agrees-with-fact.ts'
import { dateHasCome } from './date-has-come.ts'
import { dateIsWrittenInChinese } from './date-is-written-in-chinese.ts'
import { degreeIsNotDropped } from './degree-is-not-dropped.ts'
import { degreeIsNotStrengthened } from './degree-is-not-strengthened.ts'
import { digitsAreHalfWidth } from './digits-are-half-width.ts'
import { ellipsisIsSixDots } from './ellipsis-is-six-dots.ts'
import { ellipsisStandsWithoutDeng } from './ellipsis-stands-without-deng.ts'
import { emphasisTakesEffect } from './emphasis-takes-effect.ts'
import { entryIsLedTo } from './entry-is-led-to.ts'
import { factAgreesWithItsStatement } from './fact-agrees-with-its-statement.ts'
import { factStandsOnItsWords } from './fact-stands-on-its-words.ts'
import { figureAgreesWithFact } from './figure-agrees-with-fact.ts'
import { figureIsCited } from './figure-is-cited.ts'
import { figureKeepsItsMeasure } from './figure-keeps-its-measure.ts'
import { figureKeepsItsQualifier } from './figure-keeps-its-qualifier.ts'
import { filmCaptionAddsToItsPicture } from './film-caption-adds-to-its-picture.ts'
import { filmIsFresh } from './film-is-fresh.ts'
import { filmKeepsTheSourcesWords } from './film-keeps-the-sources-words.ts'
import { filmNamesFacts } from './film-names-facts.ts'
import { footnoteIsDefinedAndUsed } from './footnote-is-defined-and-used.ts'
import { headingEndsWithoutPunctuation } from './heading-ends-without-punctuation.ts'
import { headingLevelsFollow } from './heading-levels-follow.ts'
import { headingSaysSomething } from './heading-says-something.ts'
import { headingStandsOnce } from './heading-stands-once.ts'
import { headingTakesEffect } from './heading-takes-effect.ts'
import { heldPersonIsNotPublished } from './held-person-is-not-published.ts'
import { homeShowsWhatExists } from './home-shows-what-exists.ts'
import { honourStandsInItsFact } from './honour-stands-in-its-fact.ts'
import { ideographsAreUnified } from './ideographs-are-unified.ts'
import { imageAltSaysSomething } from './image-alt-says-something.ts'
import { imageComesFromPortal } from './image-comes-from-portal.ts'
import { imageHidesItsPosition } from './image-hides-its-position.ts'
import { imageHoldsOnlyItsPicture } from './image-holds-only-its-picture.ts'
import { imageIsWhole } from './image-is-whole.ts'
import { imageWithinSize } from './image-within-size.ts'
import { lessonIsInItsCourse } from './lesson-is-in-its-course.ts'
import { lessonIsOfModerateLength } from './lesson-is-of-moderate-length.ts'
import { lineWithinLength } from './line-within-length.ts'
import { linkAddressIsReadable } from './link-address-is-readable.ts'
import { linkHasTextAndTarget } from './link-has-text-and-target.ts'
import { linkIsHttps } from './link-is-https.ts'
import { linkLeadsSomewhere } from './link-leads-somewhere.ts'
import { linkNamesItsProtocol } from './link-names-its-protocol.ts'
import { linkSaysWhereItLeads } from './link-says-where-it-leads.ts'
import { linkSchemeIsAllowed } from './link-scheme-is-allowed.ts'
import { linkTakesEffect } from './link-takes-effect.ts'
import { listNamesEachOnce } from './list-names-each-once.ts'
import { listTakesEffect } from './list-takes-effect.ts'
import { listedSourceIsCited } from './listed-source-is-cited.ts'
import { longVideoHasChapters } from './long-video-has-chapters.ts'
import { mainlandSiteIsComplete } from './mainland-site-is-complete.ts'
import { measureAgreesWithFacts } from './measure-agrees-with-facts.ts'
import { measureRestsOnTheText } from './measure-rests-on-the-text.ts'
import { mediaIsUsed } from './media-is-used.ts'
import { membershipStandsInItsFact } from './membership-stands-in-its-fact.ts'
import { minutesAgreeWithLength } from './minutes-agree-with-length.ts'
import { nameComesFromTheSource } from './name-comes-from-the-source.ts'
import { nestingIsShallow } from './nesting-is-shallow.ts'
import { notesWithinCount } from './notes-within-count.ts'
import { numeralsAgreeInSentence } from './numerals-agree-in-sentence.ts'
import { organizationHasNoCycle } from './organization-has-no-cycle.ts'
import { packFigureIsANumber } from './pack-figure-is-a-number.ts'
import { packHasItsOwnTime } from './pack-has-its-own-time.ts'
import { packHasNeededKinds } from './pack-has-needed-kinds.ts'
import { packMinutesAddUp } from './pack-minutes-add-up.ts'
import { packQuestionNamesItsGround } from './pack-question-names-its-ground.ts'
import { packRowFitsItsKind } from './pack-row-fits-its-kind.ts'
import { packRowHasTime } from './pack-row-has-time.ts'
import { packRowNamesItsBasis } from './pack-row-names-its-basis.ts'
import { paragraphIsShortEnough } from './paragraph-is-short-enough.ts'
import { pathStaysInPortal } from './path-stays-in-portal.ts'
import { periodStandsOnceAtQuote } from './period-stands-once-at-quote.ts'
import { personGaveConsent } from './person-gave-consent.ts'
import { personHasConsent } from './person-has-consent.ts'
import { personIsNotPraisedBeyondTheCitation } from './person-is-not-praised-beyond-the-citation.ts'
import { personIsOfModerateLength } from './person-is-of-moderate-length.ts'
import { personIsQuotedAsPrinted } from './person-is-quoted-as-printed.ts'
import { personIsSpokenOfInTheirTime } from './person-is-spoken-of-in-their-time.ts'
import { personKeepsPrivateMattersOut } from './person-keeps-private-matters-out.ts'
import { personLeavesQuestions } from './person-leaves-questions.ts'
import { placeholderIsFilled } from './placeholder-is-filled.ts'
import { portraitShowsItsFact } from './portrait-shows-its-fact.ts'
import { protectedNameIsExact } from './protected-name-is-exact.ts'
import { punctuationIsFullWidth } from './punctuation-is-full-width.ts'
import { punctuationStandsOnce } from './punctuation-stands-once.ts'
import { quizAgreesWithFacts } from './quiz-agrees-with-facts.ts'
import { quizAnswerIsAnOption } from './quiz-answer-is-an-option.ts'
import { quizAnswersVary } from './quiz-answers-vary.ts'
import { quizAsksNoTrivia } from './quiz-asks-no-trivia.ts'
import { quizCitesAFact } from './quiz-cites-a-fact.ts'
import { quizIsExplained } from './quiz-is-explained.ts'
import { quizJudgementsAreBalanced } from './quiz-judgements-are-balanced.ts'
import { quizLengthTellsNothing } from './quiz-length-tells-nothing.ts'
import { quizMultipleHasSeveral } from './quiz-multiple-has-several.ts'
import { quizMultiplesLeaveDoubt } from './quiz-multiples-leave-doubt.ts'
import { quizOptionsAreParallel } from './quiz-options-are-parallel.ts'
import { quizOptionsDiffer } from './quiz-options-differ.ts'
import { quizPositionsAreEven } from './quiz-positions-are-even.ts'
import { quizQuestionsDiffer } from './quiz-questions-differ.ts'
import { quotationComesFromTheSource } from './quotation-comes-from-the-source.ts'
import { quotationMarksAreCurved } from './quotation-marks-are-curved.ts'
import { quotationMarksNest } from './quotation-marks-nest.ts'
import { quotationMarksPair } from './quotation-marks-pair.ts'
import { quoteTakesEffect } from './quote-takes-effect.ts'
import { quotedItemsNeedNoComma } from './quoted-items-need-no-comma.ts'
import { rangeHasARangeMark } from './range-has-a-range-mark.ts'
import { rangeRepeatsItsUnit } from './range-repeats-its-unit.ts'
import { referenceExists } from './reference-exists.ts'
import { referenceIsPublished } from './reference-is-published.ts'
import { relatedIsAnotherEntry } from './related-is-another-entry.ts'
import { reviewIsNotOverdue } from './review-is-not-overdue.ts'
import { rhetoricalFigureIsNotACount } from './rhetorical-figure-is-not-a-count.ts'
import { sampleStaysApart } from './sample-stays-apart.ts'
import { sectionHasContent } from './section-has-content.ts'
import { sentenceEndsWithAMark } from './sentence-ends-with-a-mark.ts'
import { sentenceIsNotAFormula } from './sentence-is-not-a-formula.ts'
import { shareIsNotComputedFromRoughFigures } from './share-is-not-computed-from-rough-figures.ts'
import { slugIsUsedOnce } from './slug-is-used-once.ts'
import { smallUnitsStayChinese } from './small-units-stay-chinese.ts'
import { sourceDatesAreInOrder } from './source-dates-are-in-order.ts'
import { sourceIsDated } from './source-is-dated.ts'
import { sourceIsUsed } from './source-is-used.ts'
import { sourceLinkOpensItsPage } from './source-link-opens-its-page.ts'
import { sourceTextIsWhole } from './source-text-is-whole.ts'
import { sourceWithoutAddressSaysWhy } from './source-without-address-says-why.ts'
import { spacesArePlain } from './spaces-are-plain.ts'
import { summaryAddsToTitle } from './summary-adds-to-title.ts'
import { summaryAgreesWithFacts } from './summary-agrees-with-facts.ts'
import { tableRowsFitTheHeader } from './table-rows-fit-the-header.ts'
import { tableTakesEffect } from './table-takes-effect.ts'
import { termIsPreferred } from './term-is-preferred.ts'
import { textHasNoAttributes } from './text-has-no-attributes.ts'
import { textHasNoBankCard } from './text-has-no-bank-card.ts'
import { textHasNoDirective } from './text-has-no-directive.ts'
import { textHasNoEmail } from './text-has-no-email.ts'
import { textHasNoFormula } from './text-has-no-formula.ts'
import { textHasNoHtml } from './text-has-no-html.ts'
import { textHasNoIdNumber } from './text-has-no-id-number.ts'
import { textHasNoInclude } from './text-has-no-include.ts'
import { textHasNoInterpolation } from './text-has-no-interpolation.ts'
import { textHasNoInvisibleCharacters } from './text-has-no-invisible-characters.ts'
import { textHasNoMobileNumber } from './text-has-no-mobile-number.ts'
import { textHasNoPlateNumber } from './text-has-no-plate-number.ts'
import { textHasNoPrivateCharacters } from './text-has-no-private-characters.ts'
import { textHasNoScript } from './text-has-no-script.ts'
import { textHasNoSecret } from './text-has-no-secret.ts'
import { textHasNoTocMark } from './text-has-no-toc-mark.ts'
import { textHasOneDirection } from './text-has-one-direction.ts'
import { textIsNotGarbled } from './text-is-not-garbled.ts'
import { textIsSimplified } from './text-is-simplified.ts'
import { titleIsItsOwn } from './title-is-its-own.ts'
import { titleSaysOneThing } from './title-says-one-thing.ts'
import { transcriptFigureIsCited } from './transcript-figure-is-cited.ts'
import { typedTextIsShown } from './typed-text-is-shown.ts'
import { unstatedStandsInItsField } from './unstated-stands-in-its-field.ts'
import { updatedFollowsDate } from './updated-follows-date.ts'
import { videoCoverIsItsOwn } from './video-cover-is-its-own.ts'
import { videoDurationAgrees } from './video-duration-agrees.ts'
import { videoHidesItsPosition } from './video-hides-its-position.ts'
import { videoIsH264 } from './video-is-h264.ts'
import { videoIsWhole } from './video-is-whole.ts'
import { videoPlaysWhileLoading } from './video-plays-while-loading.ts'
import { videoSoundIsAac } from './video-sound-is-aac.ts'
import { videoWithinFrame } from './video-within-frame.ts'
import { videoWithinSize } from './video-within-size.ts'
import { vocabularyIsUsed } from './vocabulary-is-used.ts'
import { wordIsOfOneScript } from './word-is-of-one-script.ts'
import { wordsAreNotDoubled } from './words-are-not-doubled.ts'
import { yearAgreesWithSources } from './year-agrees-with-sources.ts'
import { yearUsesChineseZero } from './year-uses-chinese-zero.ts'
// rules:end
import { engineRules } from './engine-rules.ts'
import { readerRules } from './reader-rules.ts'
import type { Rule, RuleInfo } from './rule.ts'

/** Every rule, by name. The imports and this list are kept by `npm run rules:pages`. */
export const rules: readonly Rule[] = [
  addressIsLinked,
  addressIsUsedOnce,
  approximationIsSaidOnce,
  asOfComesFromTheSource,
  asOfIsStated,
  attachmentHasAlternative,
  attachmentRunsNothing,
  bodyHasNoTitle,
  bracketsAreFullWidth,
  bracketsPair,
  calloutIsKnownAndClosed,
  captionsAreWebvtt,
  captionsHaveCues,
  captionsHaveNoGap,
  caseHasThreeParts,
  caseIsOfModerateLength,
  chaptersAreTitled,
  chartCanBeDrawn,
  chartShareIsStated,
  chartShowsOneMoment,
  chineseRunsWithoutSpaces,
  citationNamesAFact,
  citationTakesEffect,
  citedFactIsVerified,
  citedSourceIsListed,
  copyStaysCalm,
  correctionChangesThePage,
  correctionIsInItsTime,
  courseHasLessons,
  cuesAreInOrder,
  cuesAreReadable,
  cuesAreShort,
  cuesDoNotOverlap,
  cuesFitTheVideo,
  dashIsTwoLong,
  dateAgreesWithFact,
  dateHasCome,
  dateIsWrittenInChinese,
  degreeIsNotDropped,
  degreeIsNotStrengthened,
  digitsAreHalfWidth,
  ellipsisIsSixDots,
  ellipsisStandsWithoutDeng,
  emphasisTakesEffect,
  entryIsLedTo,
  factAgreesWithItsStatement,
  factStandsOnItsWords,
  figureAgreesWithFact,
  figureIsCited,
  figureKeepsItsMeasure,
  figureKeepsItsQualifier,
  filmCaptionAddsToItsPicture,
  filmIsFresh,
  filmKeepsTheSourcesWords,
  filmNamesFacts,
  footnoteIsDefinedAndUsed,
  headingEndsWithoutPunctuation,
  headingLevelsFollow,
  headingSaysSomething,
  headingStandsOnce,
  headingTakesEffect,
  heldPersonIsNotPublished,
  homeShowsWhatExists,
  honourStandsInItsFact,
  ideographsAreUnified,
  imageAltSaysSomething,
  imageComesFromPortal,
  imageHidesItsPosition,
  imageHoldsOnlyItsPicture,
  imageIsWhole,
  imageWithinSize,
  lessonIsInItsCourse,
  lessonIsOfModerateLength,
  lineWithinLength,
  linkAddressIsReadable,
  linkHasTextAndTarget,
  linkIsHttps,
  linkLeadsSomewhere,
  linkNamesItsProtocol,
  linkSaysWhereItLeads,
  linkSchemeIsAllowed,
  linkTakesEffect,
  listNamesEachOnce,
  listTakesEffect,
  listedSourceIsCited,
  longVideoHasChapters,
  mainlandSiteIsComplete,
  measureAgreesWithFacts,
  measureRestsOnTheText,
  mediaIsUsed,
  membershipStandsInItsFact,
  minutesAgreeWithLength,
  nameComesFromTheSource,
  nestingIsShallow,
  notesWithinCount,
  numeralsAgreeInSentence,
  organizationHasNoCycle,
  packFigureIsANumber,
  packHasItsOwnTime,
  packHasNeededKinds,
  packMinutesAddUp,
  packQuestionNamesItsGround,
  packRowFitsItsKind,
  packRowHasTime,
  packRowNamesItsBasis,
  paragraphIsShortEnough,
  pathStaysInPortal,
  periodStandsOnceAtQuote,
  personGaveConsent,
  personHasConsent,
  personIsNotPraisedBeyondTheCitation,
  personIsOfModerateLength,
  personIsQuotedAsPrinted,
  personIsSpokenOfInTheirTime,
  personKeepsPrivateMattersOut,
  personLeavesQuestions,
  placeholderIsFilled,
  portraitShowsItsFact,
  protectedNameIsExact,
  punctuationIsFullWidth,
  punctuationStandsOnce,
  quizAgreesWithFacts,
  quizAnswerIsAnOption,
  quizAnswersVary,
  quizAsksNoTrivia,
  quizCitesAFact,
  quizIsExplained,
  quizJudgementsAreBalanced,
  quizLengthTellsNothing,
  quizMultipleHasSeveral,
  quizMultiplesLeaveDoubt,
  quizOptionsAreParallel,
  quizOptionsDiffer,
  quizPositionsAreEven,
  quizQuestionsDiffer,
  quotationComesFromTheSource,
  quotationMarksAreCurved,
  quotationMarksNest,
  quotationMarksPair,
  quoteTakesEffect,
  quotedItemsNeedNoComma,
  rangeHasARangeMark,
  rangeRepeatsItsUnit,
  referenceExists,
  referenceIsPublished,
  relatedIsAnotherEntry,
  reviewIsNotOverdue,
  rhetoricalFigureIsNotACount,
  sampleStaysApart,
  sectionHasContent,
  sentenceEndsWithAMark,
  sentenceIsNotAFormula,
  shareIsNotComputedFromRoughFigures,
  slugIsUsedOnce,
  smallUnitsStayChinese,
  sourceDatesAreInOrder,
  sourceIsDated,
  sourceIsUsed,
  sourceLinkOpensItsPage,
  sourceTextIsWhole,
  sourceWithoutAddressSaysWhy,
  spacesArePlain,
  summaryAddsToTitle,
  summaryAgreesWithFacts,
  tableRowsFitTheHeader,
  tableTakesEffect,
  termIsPreferred,
  textHasNoAttributes,
  textHasNoBankCard,
  textHasNoDirective,
  textHasNoEmail,
  textHasNoFormula,
  textHasNoHtml,
  textHasNoIdNumber,
  textHasNoInclude,
  textHasNoInterpolation,
  textHasNoInvisibleCharacters,
  textHasNoMobileNumber,
  textHasNoPlateNumber,
  textHasNoPrivateCharacters,
  textHasNoScript,
  textHasNoSecret,
  textHasNoTocMark,
  textHasOneDirection,
  textIsNotGarbled,
  textIsSimplified,
  titleIsItsOwn,
  titleSaysOneThing,
  transcriptFigureIsCited,
  typedTextIsShown,
  unstatedStandsInItsField,
  updatedFollowsDate,
  videoCoverIsItsOwn,
  videoDurationAgrees,
  videoHidesItsPosition,
  videoIsH264,
  videoIsWhole,
  videoPlaysWhileLoading,
  videoSoundIsAac,
  videoWithinFrame,
  videoWithinSize,
  vocabularyIsUsed,
  wordIsOfOneScript,
  wordsAreNotDoubled,
  yearAgreesWithSources,
  yearUsesChineseZero,
]

/** Everything that can be reported: rules, faults of reading, promises of the engine; by name. */
export const ruleInfos: readonly RuleInfo[] = [
  ...rules,
  ...readerRules,
  ...Object.values(engineRules),
].sort((a, b) => (a.id < b.id ? -1 : 1))
