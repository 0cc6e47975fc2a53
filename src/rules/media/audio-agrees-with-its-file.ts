import { recordings } from '../reading/recording-files.ts'
import type { Recording } from '../reading/recording-files.ts'
import { libraryRule } from '../engine/rule.ts'

/** Seconds: editors round. */
const tolerance = 1

export const audioAgreesWithItsFile = libraryRule({
  id: 'audio-agrees-with-its-file',
  summary: '朗读录音是完整的AAC，时长和写的一致，不带拍摄地点。',
  severity: 'error',
  *check({ share }) {
    for (const recording of share(recordings)) {
      const fault = faultOf(recording)
      const { file } = recording.entry
      if (fault) yield { file, ...fault }
    }
  },
})

const again =
  '重新导出：ffmpeg -i 原录音 -vn -c:a aac -b:a 64k -map_metadata -1 -movflags +faststart 朗读.m4a。'

function faultOf({ audio, sound }: Recording) {
  const file = { field: ['audio', 'file'] }
  if (!sound?.complete || sound.sound === false)
    return { at: file, message: '录音没有传完，或者坏了，放不出来。', hint: again }
  if (sound.soundCodec !== 'AAC')
    return {
      at: file,
      message: `录音的编码是 ${sound.soundCodec ?? '认不出的一种'}，不是 AAC，有的手机放不出来。`,
      hint: again,
    }
  if (sound.tellsPosition) return { at: file, message: '录音里写着录音地点的坐标。', hint: again }
  const real = sound.duration
  if (real === undefined || Math.abs(real - audio.duration) <= tolerance) return undefined
  return {
    at: { field: ['audio', 'duration'] },
    message: `时长写的是 ${audio.duration} 秒，录音文件有 ${Number(real.toFixed(1))} 秒。`,
    hint: `改成 duration: ${Math.round(real)}，并核对录音是不是这一篇的。`,
  }
}
