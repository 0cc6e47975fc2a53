import { isPublished } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'

const least = 2

export const personLeavesQuestions = entryRule({
  id: 'person-leaves-questions',
  summary: '每位榜样后面有两到三道讨论题，问自己的工作。',
  severity: 'error',
  collections: ['people'],
  *check({ entry }) {
    if (!isPublished(entry)) return
    const { discussion } = entry.data
    if (discussion.length < least)
      yield {
        at: { field: 'discussion' },
        message: `讨论题有${discussion.length}道，支部谈不起来。`,
        hint: '写两到三道，由他做过的一件事，问到我们自己的岗位和产品。',
      }
    for (const [index, question] of discussion.entries())
      if (!/[我咱]|谁|哪/.test(question) || !question.includes('？'))
        yield {
          at: { field: ['discussion', index] },
          message: '这道题没有问到自己的工作。',
          hint: '写成一句问话，问“我们”怎么做、谁来做。',
        }
  },
})
