import { expect, it } from 'vitest'
import { cueText, readCaptions, readCues } from './captions.ts'

const vtt = `WEBVTT

1
  00:01.500 --> 00:03.000 line:0
<v 记者>党建&amp;公益
怎么做

01:00:02.000 --> 01:00:03.000
Open
data
第二
`

it('reads times, lines and what they say, for page, search and feeds alike', () => {
  const cues = readCues(vtt)
  expect(cues.map(({ start, end, id }) => [start, end, id])).toEqual([
    [1.5, 3, '1'],
    [3602, 3603, ''],
  ])
  expect(cues.map(cueText)).toEqual(['党建&公益怎么做', 'Open data第二'])
  expect(readCaptions(vtt, 'captions').cues).toEqual(cues)
})
