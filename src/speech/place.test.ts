import { expect, test } from 'vitest'
import {
  listeningMinutes,
  nextParagraph,
  nextSpeed,
  nextSentence,
  previousParagraph,
} from './place.ts'
import { chineseVoices, chosenVoice, voiceLabel } from './voices.ts'
import type { Voice } from './voices.ts'

const lengths = [1, 3, 2]

test('sentences follow each other over the ends of paragraphs', () => {
  expect(nextSentence(lengths, { paragraph: 1, sentence: 1 })).toEqual({
    paragraph: 1,
    sentence: 2,
  })
  expect(nextSentence(lengths, { paragraph: 1, sentence: 2 })).toEqual({
    paragraph: 2,
    sentence: 0,
  })
  expect(nextSentence(lengths, { paragraph: 2, sentence: 1 })).toBeUndefined()
  expect(nextParagraph(lengths, { paragraph: 0, sentence: 0 })).toEqual({
    paragraph: 1,
    sentence: 0,
  })
})

test('back goes to the beginning of the paragraph first', () => {
  expect(previousParagraph({ paragraph: 1, sentence: 2 })).toEqual({ paragraph: 1, sentence: 0 })
  expect(previousParagraph({ paragraph: 1, sentence: 0 })).toEqual({ paragraph: 0, sentence: 0 })
  expect(previousParagraph({ paragraph: 0, sentence: 0 })).toEqual({ paragraph: 0, sentence: 0 })
})

test('speeds go round', () => {
  expect([0.8, 1, 1.25, 1.5].map(nextSpeed)).toEqual([1, 1.25, 1.5, 0.8])
})

test('a short text takes a minute to hear', () => {
  expect([10, 520, 1300].map(listeningMinutes)).toEqual([1, 2, 5])
})

const voice = (name: string, lang: string, localService = true): Voice => ({
  name,
  lang,
  localService,
  voiceURI: name,
})
const voices = [
  voice('Samantha', 'en-US'),
  voice('Google 普通话（中国大陆）', 'zh-CN', false),
  voice('Sinji', 'zh-HK'),
  voice('Mei-Jia', 'zh_TW'),
  voice('Tingting', 'zh_CN'),
]

test('voices of the mainland come first, the device’s own before remote ones', () => {
  expect(chineseVoices(voices).map(voiceLabel)).toEqual([
    '婷婷',
    '谷歌（联网）',
    'Mei-Jia（台湾）',
    'Sinji（粤语）',
  ])
})

test('the reader’s voice is taken while the device has it', () => {
  expect(chosenVoice(voices, 'Mei-Jia')?.name).toBe('Mei-Jia')
  expect(chosenVoice(voices, 'gone')?.name).toBe('Tingting')
  expect(chosenVoice([voice('Samantha', 'en-US')])).toBeUndefined()
})
