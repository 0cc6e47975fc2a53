import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { rate } from '../../src/films/clock.ts'

/**
 * What every segment is made with. Floating point that differs between processors decides in x264 which
 * blocks matter, and between instruction sets how swscale rounds: both are told to compute alike everywhere.
 */
const settings = [
  ...['-c:v', 'libx264', '-profile:v', 'high', '-level', '3.1', '-preset', 'medium'],
  ...['-x264-params', 'cpu-independent=1'],
  // No frame waits for a later one: segments join without a seam.
  ...['-tune', 'animation', '-bf', '0', '-g', '250', '-threads', '1'],
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
  // No date, no version: the same frames give the same bytes.
  ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-an'],
]
const scaling = 'flags=lanczos+accurate_rnd+bitexact:out_color_matrix=bt709:out_range=tv'

/** Pixels wide, and how much is lost. */
interface Quality {
  width: number
  quality: number
}

/** A file that a shot is encoded into. */
interface Target extends Quality {
  file: string
}

/** Changes with anything that changes a film's bytes while its frames stay the same. */
export function encodingDigest(qualities: readonly Quality[]): string {
  const made = JSON.stringify([settings, scaling, qualities])
  return createHash('sha256').update(made).digest('hex').slice(0, 8)
}

interface Raw {
  width: number
  height: number
}

/** Pipe raw frames, four bytes a pixel, into one H.264 stream for each target. */
export async function encodeShot(
  frames: Iterable<Uint8Array>,
  size: Raw,
  targets: readonly Target[],
): Promise<void> {
  const options = encodingOf(size, targets)
  const child = spawn('ffmpeg', ['-hide_banner', '-v', 'error', '-y', ...options], {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
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

/** Options that read raw frames from a pipe and write one stream for each target. */
export function encodingOf({ width, height }: Raw, targets: readonly Target[]): string[] {
  const scaled = targets.map(
    (target, index) => `[s${index}]scale=${target.width}:-2:${scaling},format=yuv420p[o${index}]`,
  )
  const split = `[0:v]split=${targets.length}${targets.map((_, index) => `[s${index}]`).join('')}`
  return [
    ...['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', String(rate)],
    ...['-i', 'pipe:0', '-filter_complex', [split, ...scaled].join(';')],
    ...targets.flatMap(({ file, quality }, index) => [
      ...['-map', `[o${index}]`, ...settings, '-crf', String(quality), '-f', 'h264', file],
    ]),
  ]
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
    ...['-c:v', 'copy', '-map_metadata', '-1', '-fflags', '+bitexact'],
    ...['-movflags', '+faststart', out],
  ])
}

/** Part a film that was joined into the streams of its shots, so many frames each; one file a shot, in order. */
export function splitFilm(film: string, frames: readonly number[], folder: string): string[] {
  let end = 0
  const ends = frames.slice(0, -1).map((count) => (end += count))
  ffmpeg([
    ...['-i', film, '-map', '0:v', '-c', 'copy', '-fflags', '+bitexact'],
    ...['-f', 'segment', '-segment_frames', ends.join(), '-segment_format', 'h264'],
    join(folder, '%04d.h264'),
  ])
  return frames.map((_, index) => join(folder, `${String(index).padStart(4, '0')}.h264`))
}

/** A digest of the frames that every player decodes from a film: H.264 leaves no choice. */
export function picturesDigest(film: string): string {
  const told = ffmpeg(['-i', film, '-map', '0:v', '-f', 'hash', '-hash', 'murmur3', '-'])
  return told.replace('murmur3=', '').slice(0, 16)
}

/** A picture as WebP. */
export function webp(png: string, out: string): void {
  ffmpeg(['-i', png, '-c:v', 'libwebp', '-quality', '60', '-map_metadata', '-1', out])
}

/** Run to the end; what it prints. */
function ffmpeg(options: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(
    'ffmpeg',
    ['-hide_banner', '-v', 'error', '-y', ...options],
    { encoding: 'utf8' },
  )
  if (error) throw new Error('没有找到 ffmpeg：Debian 或 Ubuntu 上运行 apt-get install ffmpeg。')
  if (status !== 0) throw new Error(`ffmpeg 没有做成：\n${stderr.split('\n').slice(-8).join('\n')}`)
  return stdout
}
