import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFilm } from '../../src/content/mp4.ts'
import { encodeShot, encodingOf, joinShots, picturesDigest, splitFilm } from './encode.ts'

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

/** Frames with edges and slopes, four bytes a pixel. */
const raw = { width: 192, height: 108 }
const frames = Array.from({ length: 60 }, (_, time) =>
  Uint8Array.from({ length: raw.width * raw.height * 4 }, (_byte, at) => {
    const [x, y] = [(at >> 2) % raw.width, Math.floor((at >> 2) / raw.width)]
    return (x - time * 2) ** 2 + (y - 50) ** 2 < 900
      ? (x * 3 + (at & 3) * 60) & 255
      : (y + time) & 255
  }),
)

test.each([
  ['no extensions of the processor', '0', 'asm=0'],
  ['those of an old one', 'mmx+sse+sse2', 'asm=SSE2'],
])('a shot has the same bytes with %s', async (_name, flags, assembly) => {
  const [here, there] = [join(folder, 'here.h264'), join(folder, 'there.h264')]
  const target = { width: 96, quality: 26 }
  await encodeShot(frames, raw, [{ ...target, file: here }])
  const options = encodingOf(raw, [{ ...target, file: there }]).map((option) =>
    option.replace('cpu-independent=1', `cpu-independent=1:${assembly}`),
  )
  const { status, stderr } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-y', '-cpuflags', flags, ...options],
    {
      input: Buffer.concat(frames),
      encoding: 'utf8',
    },
  )
  expect([status, stderr]).toEqual([0, ''])
  expect(Buffer.compare(readFileSync(here), readFileSync(there))).toBe(0)
})

test('a film gives its shots back, byte for byte, and its frames have one digest', async () => {
  const shots = await Promise.all(
    [frames.slice(0, 25), frames.slice(25)].map(async (part, index) => {
      const file = join(folder, `part-${index}.h264`)
      await encodeShot(part, raw, [{ file, width: 96, quality: 26 }])
      return file
    }),
  )
  const [film, again] = [join(folder, 'film.mp4'), join(folder, 'again.mp4')]
  joinShots(shots, film)
  const parts = mkdtempSync(join(folder, 'parts-'))
  joinShots(splitFilm(film, [25, 35], parts), again)
  expect(Buffer.compare(readFileSync(film), readFileSync(again))).toBe(0)
  expect(picturesDigest(again)).toBe(picturesDigest(film))
  joinShots([...shots].reverse(), again)
  expect(picturesDigest(again)).not.toBe(picturesDigest(film))
})
