import { expect, test } from 'vitest'
import { storyboard } from './storyboards.ts'

const film = (audio: object) => ({
  title: '示例',
  subject: '示例',
  field: '示例',
  palette: 'paper',
  cover: 1,
  chapters: [{ title: '起头', shots: [{ show: 'title', seconds: 4.8, say: '示例。' }] }],
  audio,
})

test.each([{}, { consent: '' }, { consent: '口头同意' }])(
  'a narration without the number of a consent (%o) is refused in plain words',
  (consent) => {
    const read = storyboard.safeParse(film({ file: 'demo.m4a', speaker: '张某', ...consent }))
    expect(read.error?.issues.map(({ message }) => message)).toEqual([
      '旁白要写朗读人的同意书编号（consent），例如 2026-013；还没有签的，先删去 audio。',
    ])
  },
)

test('a narration names its recording beside the storyboards, whose it is and the consent', () => {
  const audio = { file: 'demo.m4a', speaker: '张某', consent: '2026-013' }
  expect(storyboard.parse(film(audio)).audio).toEqual(audio)
})
