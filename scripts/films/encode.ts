import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rate } from '../../src/films/clock.ts'

/** What every segment is made with; a change makes every film anew. */
export const settings = [
  ...['-c:v', 'libx264', '-profile:v', 'high', '-level', '3.1', '-preset', 'medium'],
  // No frame waits for a later one: segments join without a seam.
  ...['-tune', 'animation', '-bf', '0', '-g', '250', '-threads', '1'],
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
  // No date, no version: the same frames give the same bytes.
  ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-an'],
]

/** A file that a shot is encoded into: pixels wide, and how much is lost. */
interface Target {
  file: string
  width: number
  quality: number
}

interface Raw {
  width: number
  height: number
}

/** Pipe raw frames, four bytes a pixel, into one H.264 stream for each target. */
export async function encodeShot(
  frames: Iterable<Uint8Array>,
  { width, height }: Raw,
  targets: readonly Target[],
): Promise<void> {
  const scaled = targets.map(
    (target, index) =>
      `[s${index}]scale=${target.width}:-2:flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuv420p[o${index}]`,
  )
  const split = `[0:v]split=${targets.length}${targets.map((_, index) => `[s${index}]`).join('')}`
  const outputs = targets.flatMap(({ file, quality }, index) => [
    ...['-map', `[o${index}]`, ...settings, '-crf', String(quality), '-f', 'h264', file],
  ])
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', `${rate}`]
  const child = spawn(
    'ffmpeg',
    [
      '-hide_banner',
      '-v',
      'error',
      '-y',
      ...input,
      '-i',
      'pipe:0',
      '-filter_complex',
      [split, ...scaled].join(';'),
      ...outputs,
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const ended = once(child, 'close')
  // A broken pipe is told by the exit code.
  child.stdin.on('error', () => undefined)
  for (const frame of frames) if (!child.stdin.write(frame)) await once(child.stdin, 'drain')
  child.stdin.end()
  const [code] = await ended
  if (code !== 0) throw new Error(`ffmpeg 没有做成：\n${said}`)
}

/** Join the streams of a film's shots into an MP4 that plays while it loads; a narration is muxed, and made as long as the film. */
export function joinShots(streams: readonly string[], out: string, audio?: string): void {
  ffmpeg([
    ...['-f', 'h264', '-r', String(rate), '-i', `concat:${streams.join('|')}`],
    ...(audio
      ? [
          ...['-i', audio, '-map', '0:v', '-map', '1:a', '-c:a', 'aac', '-b:a', '64k', '-ac', '1'],
          // Silence to the film's end, and nothing after it.
          ...['-af', 'apad', '-shortest', '-flags:a', '+bitexact'],
        ]
      : ['-an']),
    ...[
      '-c:v',
      'copy',
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-movflags',
      '+faststart',
      out,
    ],
  ])
}

/** A picture as WebP. */
export function webp(png: string, out: string): void {
  ffmpeg(['-i', png, '-c:v', 'libwebp', '-quality', '60', '-map_metadata', '-1', out])
}

function ffmpeg(options: readonly string[]): void {
  const { status, stderr, error } = spawnSync(
    'ffmpeg',
    ['-hide_banner', '-v', 'error', '-y', ...options],
    {
      encoding: 'utf8',
    },
  )
  if (error) throw new Error('没有找到 ffmpeg：Debian 或 Ubuntu 上运行 apt-get install ffmpeg。')
  if (status !== 0) throw new Error(`ffmpeg 没有做成：\n${stderr.split('\n').slice(-8).join('\n')}`)
}
