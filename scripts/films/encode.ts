import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rate } from './frames.ts'
import type { Frame } from './frames.ts'

/** Make an MP4 every phone plays from painted frames; a key frame stands where a shot begins. */
export function encode(frames: readonly Frame[], shotStarts: readonly number[], out: string): void {
  const list = join(frames[0]?.file ?? '', '..', 'frames.txt')
  writeFileSync(list, concatList(frames))
  ffmpeg([
    ...['-f', 'concat', '-safe', '0', '-i', list],
    ...['-vf', `fps=${rate},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`],
    ...['-frames:v', String(frames.reduce((sum, { count }) => sum + count, 0))],
    ...['-c:v', 'libx264', '-profile:v', 'high', '-level', '3.1', '-preset', 'slow'],
    ...['-tune', 'animation', '-crf', '24', '-threads', '1', '-g', '500'],
    ...['-force_key_frames', shotStarts.join(',')],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    // No date, no version: the same frames give the same bytes.
    ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
    ...['-movflags', '+faststart', '-an', out],
  ])
}

/** A still of a frame as WebP, at 960 × 540. */
export function still(frame: string, out: string): void {
  ffmpeg([
    '-i',
    frame,
    '-vf',
    'scale=960:-1:flags=lanczos',
    '-c:v',
    'libwebp',
    '-quality',
    '50',
    out,
  ])
}

/** Each picture and how long it stays. The last is named again: the format reads its length only so. */
function concatList(frames: readonly Frame[]): string {
  const lines = frames.map(({ file, count }) => `file '${file}'\nduration ${count / rate}`)
  return ['ffconcat version 1.0', ...lines, `file '${frames.at(-1)?.file ?? ''}'`, ''].join('\n')
}

function ffmpeg(options: string[]): void {
  const { status, stderr, error } = spawnSync('ffmpeg', ['-hide_banner', '-y', ...options], {
    encoding: 'utf8',
  })
  if (error) throw new Error('没有找到 ffmpeg：Debian 或 Ubuntu 上运行 apt-get install ffmpeg。')
  if (status !== 0) throw new Error(`ffmpeg 没有做成：\n${stderr.split('\n').slice(-8).join('\n')}`)
}
