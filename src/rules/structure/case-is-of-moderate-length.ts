import { moderateLength } from '../engine/length-rule.ts'

/** Below, a case says too little to be learned from; above, few read to the end. */
export const caseIsOfModerateLength = moderateLength({
  id: 'case-is-of-moderate-length',
  collection: 'cases',
  text: '案例正文',
  least: 200,
  most: 4000,
  hints: {
    short: '写清谁做、怎样做、结果如何；来源不够的，先标为草稿。',
    long: '只留要点，或分成几篇。',
  },
})
