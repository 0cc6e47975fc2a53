import { moderateLength } from '../engine/length-rule.ts'

/** Below, nothing can be learned of a person; above, nobody reads it aloud at a meeting. */
export const personIsOfModerateLength = moderateLength({
  id: 'person-is-of-moderate-length',
  collection: 'people',
  text: '榜样的正文',
  least: 300,
  most: 900,
  hints: {
    short: '一件事一节，写清何时、何地、怎么做；来源不够的，先标为草稿。',
    long: '只留最说明问题的几件事。',
  },
})
