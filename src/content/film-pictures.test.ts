import { expect, test } from 'vitest'
import { storyboard } from '../model/storyboards.ts'
import { printedIn } from './film-pictures.ts'
import { timelineOf } from './film-timeline.ts'

test('a sentence set in lines is told as one', () => {
  const film = storyboard.parse({
    title: '示例',
    subject: '示例',
    field: '示例',
    palette: 'dark',
    cover: 1,
    chapters: [
      {
        title: '想一想',
        shots: [
          {
            show: 'question',
            seconds: 5.2,
            lines: ['没有先例的事，', '谁先做？'],
            say: '说一件。',
          },
        ],
      },
    ],
  })
  const shot = timelineOf(film).shots[0]?.shot
  expect(shot && printedIn(shot, film, new Map())).toEqual(['没有先例的事，谁先做？'])
})
