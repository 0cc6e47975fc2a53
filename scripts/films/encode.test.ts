import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFilm } from '../../src/content/mp4.ts'
import { joinShots } from './encode.ts'

const folder = mkdtempSync(join(tmpdir(), 'narration-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Test data of FFmpeg's own making: a test card, and a tone in place of a voice. */
function made(words: string, name: string): string {
  const file = join(folder, name)
  const { status, stderr } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-y', '-f', 'lavfi', ...words.split(' '), file],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return file
}
const shot = made('-i testsrc=size=128x72:rate=25:duration=2 -c:v libx264 -bf 0', 'shot.h264')

function joined(seconds: number): Uint8Array {
  const tone = made(`-i sine=frequency=440:duration=${seconds}`, `tone-${seconds}.wav`)
  const out = join(folder, `film-${seconds}.mp4`)
  joinShots([shot, shot], out, tone)
  return readFileSync(out)
}
const read = (bytes: Uint8Array) =>
  readFilm((offset, length) => bytes.subarray(offset, offset + length), bytes.length)

test.each([1, 7])(
  'a recording of %i seconds is heard as AAC, to the end of the film',
  (seconds) => {
    const film = read(joined(seconds))
    expect(film).toMatchObject({ sound: true, soundCodec: 'AAC' })
    // Sound comes in packets of 1024 samples, of which the last may reach beyond the end.
    expect(Math.abs((film?.duration ?? 0) - 4)).toBeLessThan(0.1)
  },
)

test('the same recording gives the same bytes', () => {
  expect(Buffer.compare(joined(1), joined(1))).toBe(0)
})
