import { expect, test } from 'vitest'
import { buildLibrary } from '../../content/library.ts'
import { audioAgreesWithItsFile } from './audio-agrees-with-its-file.ts'
import { baseFields, baseBodies, mediaFile } from '../handbook/base.ts'
import { box, tinyMp4 } from '../handbook/media.ts'
import { examplePortal } from '../handbook/portal.ts'
import { runRules } from '../engine/run.ts'

/** What the check says of a case whose recording is this file. */
function said(bytes: Uint8Array): string[] {
  const { portal } = examplePortal([])
  const audio = 'audio: { file: /media/read.m4a, duration: 60, reader: 李示例, consent: 2026-013 }'
  const text = `---\n${[...baseFields.cases, audio].join('\n')}\n---\n${baseBodies.cases}`
  const library = buildLibrary({
    ...portal,
    entries: [...portal.entries, { path: 'content/cases/read.md', text }],
    media: [mediaFile('content/media/read.m4a', bytes)],
  })
  return runRules({ library, rules: [audioAgreesWithItsFile], today: '2026-11-23' }).map(
    ({ message }) => message,
  )
}

test('a recording is whole, in AAC, as long as its entry says, and hides where it was made', () => {
  expect(said(tinyMp4({ sound: 0x40 }))).toEqual([])
  expect(said(tinyMp4({ sound: 0x40, seconds: 90 }))).toEqual([
    '时长写的是 60 秒，录音文件有 90 秒。',
  ])
  expect(said(tinyMp4({ sound: 0x6b }))).toEqual(['录音的编码是 MP3，不是 AAC，有的手机放不出来。'])
  expect(said(tinyMp4())).toEqual(['录音没有传完，或者坏了，放不出来。'])
  const place = box('udta', box('\xa9xyz', [0, 8]))
  expect(said(tinyMp4({ sound: 0x40, index: place }))).toEqual(['录音里写着录音地点的坐标。'])
})
