import { entryRule } from '../engine/rule.ts'

/** Characters a minute of an adult who studies, slow and fast; a quiz question takes half a minute. */
const pace = { slow: 60, fast: 500, questionsAMinute: 2 }

export const minutesAgreeWithLength = entryRule({
  id: 'minutes-agree-with-length',
  summary: '一课写的分钟数，和正文、自测的多少相称。',
  severity: 'warning',
  collections: ['lessons'],
  *check({ entry }) {
    const { minutes, quiz } = entry.data
    const asked = quiz.length / pace.questionsAMinute
    const least = Math.ceil(entry.body.characters / pace.fast + asked / 2)
    const most = Math.ceil(entry.body.characters / pace.slow + asked * 3)
    if (minutes >= least && minutes <= Math.max(most, 5)) return
    yield {
      at: { field: 'minutes' },
      message: `这一课写了${minutes}分钟，正文${entry.body.characters}字、自测${quiz.length}题，大约要${least}到${Math.max(most, 5)}分钟。`,
      hint: '按真正读完、做完的时间写。',
    }
  },
})
