import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filmFiles } from '../../src/recordings/film-draft.ts'
import { createAsker } from '../ask.ts'
import { run } from './ffmpeg.ts'

/** Where in a film the three are taken. */
const moments = [0.15, 0.5, 0.85]
const names = ['1', '2', '3']

/** Three stills as JPEG, each the clearest picture of two seconds. */
export function takePosters(film: string, duration: number, folder: string): Uint8Array[] {
  const at = (moment: number) => Math.max(0, Math.min(duration * moment, duration - 0.5)).toFixed(2)
  const still = '-vf thumbnail=25 -frames:v 1 -update 1 -q:v 4 -map_metadata -1'.split(' ')
  const { ok, errors } = run([
    ...moments.flatMap((moment) => ['-ss', at(moment), '-t', '2', '-i', film]),
    ...moments.flatMap((_, index) => ['-map', `${index}:v`, ...still, posterAt(folder, index + 1)]),
  ])
  if (!ok) throw new Error(`no posters: ${errors}`)
  return moments.map((_, index) => readFileSync(posterAt(folder, index + 1)))
}

/**
 * Which poster is used, from 1: the one that was asked for, or that the person at the terminal picks, or
 * the one with most to see. All three are laid into a folder that is not committed.
 */
export async function choosePoster(
  posters: readonly Uint8Array[],
  asked: number | undefined,
  folder: string,
): Promise<number> {
  mkdirSync(folder, { recursive: true })
  for (const [index, bytes] of posters.entries()) writeFileSync(posterAt(folder, index + 1), bytes)
  const sizes = posters.map(({ length }) => length)
  const fullest = sizes.indexOf(Math.max(...sizes)) + 1
  if (asked !== undefined || !process.stdin.isTTY || !process.stdout.isTTY) return asked ?? fullest
  const asker = createAsker()
  try {
    const answer = await asker.ask({
      name: 'poster',
      question: `三张封面在 ${folder}，打开看一看：用第几张？`,
      standard: String(fullest),
      fault: (typed) => (names.includes(typed) ? undefined : '写 1、2 或 3。'),
    })
    return Number(answer) || fullest
  } finally {
    asker.close()
  }
}

/** Use another of the three posters of a film that is made. */
export function changePoster(
  root: string,
  slug: string,
  poster: number,
): { fault: string } | { report: string } {
  const folder = join(root, 'imports', slug)
  const place = `content${filmFiles(slug).poster}`
  const chosen = posterAt(folder, poster)
  if (!existsSync(chosen) || !existsSync(join(root, place)))
    return { fault: `没有 ${slug} 的三张封面：它们在 imports/${slug}/，只在做片子的那台电脑上。` }
  const current = readFileSync(join(root, place))
  const isOurs = names.some((name) => {
    const file = posterAt(folder, Number(name))
    return existsSync(file) && readFileSync(file).equals(current)
  })
  if (!isOurs) return { fault: `${place} 已经换成别的图，没有改动它。` }
  writeFileSync(join(root, place), readFileSync(chosen))
  return { report: `${place} 换成了第 ${poster} 张。\n` }
}

function posterAt(folder: string, number: number): string {
  return join(folder, `poster-${number}.jpg`)
}
