import { moderateLength } from '../engine/length-rule.ts'

/** A lesson can be read in one go: the editorial guide's range. */
export const lessonIsOfModerateLength = moderateLength({
  id: 'lesson-is-of-moderate-length',
  collection: 'lessons',
  text: '一课的正文',
  least: 500,
  most: 1500,
  hints: { short: '写到500字以上，或并进相邻的一课。', long: '压到1500字以内，或分成两课。' },
})
