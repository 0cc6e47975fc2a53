import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import { Frames } from '../src/films/frames.ts'
import { layouts } from '../src/films/layout.ts'
import type { FilmContext } from '../src/films/stage.ts'
import type { DrawText } from '../src/films/svg.ts'
import { readCommand, refuse } from './command.ts'
import { Crew } from './films/crew.ts'
import { finish } from './films/film.ts'
import { paintKinds } from './films/kinds.ts'
import { readMade } from './films/made.ts'
import { outlines } from './films/outlines.ts'
import { openPainter } from './films/painter.ts'
import type { Painter } from './films/painter.ts'
import { media, planOf } from './films/plan.ts'
import { recoverShots } from './films/recover.ts'
import { isMade } from './films/segments.ts'
import { changedFiles, staleOf, staleParts } from './films/stale.ts'
import type { Stale } from './films/stale.ts'
import { contactSheet } from './films/stills.ts'
import { watchFilm } from './films/watch.ts'
import { writeTracks } from './films/tracks.ts'
import type { Task } from './films/worker.ts'
import { guardTarget } from './guard-target.ts'

/** `npm run films [-- <slug>…]`: make what has changed of the films of `films/`. */
const { positionals, values } = readCommand({
  name: 'films',
  says: '由 films/ 的分镜做出短片、小图像版、竖版、封面、字幕和章节，只做变了的镜头。要 ffmpeg 和思源宋体。',
  words: '[短片]…',
  options: {
    stills: { type: 'boolean', default: false, says: '只画样张：每两秒一格，放进 .films/' },
    watch: { type: 'boolean', default: false, says: '在浏览器里看一部短片，存了分镜马上更新' },
    kinds: { type: 'boolean', default: false, says: '重画手册里每种镜头的图' },
    'captions-only': { type: 'boolean', default: false, says: '只写字幕和章节' },
    check: {
      type: 'boolean',
      default: false,
      says: '只核对：现在画出的每一格、文件里的每一格，和做成时一样不一样',
    },
  },
})
const { storyboards, facts, site } = buildLibrary(readPortal('.'))
const known = [...storyboards.keys()]
const unknown = positionals.filter((slug) => !storyboards.has(slug))
if (unknown.length > 0)
  refuse(
    'films',
    `没有这部短片：${unknown.join('、')}。films/ 里有：${known.join('、')}。手机拍的片子用 npm run film。`,
  )
const films = (positionals.length > 0 ? positionals : known).flatMap((slug): FilmContext[] => {
  const storyboard = storyboards.get(slug)?.data
  return storyboard ? [{ slug, storyboard, facts, words: site.words }] : []
})

if (values.watch) previewFilm(films[0]?.slug ?? '')
else if (values.stills) await drawStills()
else if (values.kinds)
  for (const file of paintKinds(films, { painter: await openPainter(), draw: outlines() }))
    console.log(file)
else if (values.check) checkFrames()
else {
  guardTarget('films', { path: media, purpose: 'house' })
  mkdirSync(media, { recursive: true })
  if (values['captions-only']) films.forEach(writeTracks)
  else await makeFilms()
}

function previewFilm(slug: string): void {
  const port = Number(process.env.PORTAL_PORT ?? 4330)
  watchFilm({ root: '.', slug }).listen(port, '127.0.0.1', () =>
    console.log(
      `在浏览器里打开 http://127.0.0.1:${port}/ ，存了 films/${slug}.yaml 就更新。按 Ctrl+C 停下。`,
    ),
  )
}

async function drawStills(): Promise<void> {
  const [painter, draw] = [await openPainter(), outlines()]
  for (const film of films)
    for (const [name, layout] of Object.entries(layouts)) {
      const file = join('.films', `${film.slug}-${name}.png`)
      contactSheet(new Frames(film, layout, draw), painter, file)
      console.log(`${file}：每两秒一格，每个镜头停住的一格也在。`)
    }
}

/** Frames as they would be drawn now, and frames as the files hold them, against the record. */
function checkFrames(): void {
  for (const film of films) {
    const [plan, made] = [planOf(film), readMade(film.slug)]
    const parts = staleParts(staleOf(plan, made))
    const again = `运行 npm run films -- ${film.slug}。`
    const faults = [
      ...(parts.length > 0 ? [`${parts.join('、')}要重做，${again}`] : []),
      ...changedFiles(plan, made).map(
        (file) => `${file} 的画面不是做成时的画面，删去它，再${again}`,
      ),
    ]
    console.log(`${film.slug}：${faults.join('') || '没有变。'}`)
    if (faults.length > 0) process.exitCode = 1
  }
}

/** One film after another, so that what is made stands when the rest is stopped. */
async function makeFilms(): Promise<void> {
  let tools: { painter: Painter; draw: DrawText } | undefined
  const crew = new Crew(Math.min(2, availableParallelism()))
  try {
    for (const film of films) {
      const [plan, made] = [planOf(film), readMade(film.slug)]
      const stale = staleOf(plan, made)
      if (staleParts(stale).length === 0) {
        console.log(`${film.slug}：没有变。`)
        continue
      }
      for (const cut of stale.cuts) recoverShots(cut, made)
      await crew.make(tasksOf(film.slug, stale), progress())
      tools ??= { painter: await openPainter(), draw: outlines() }
      const sizes = finish(plan, { stale, made }, tools)
      const told = Array.from(sizes, ([file, bytes]) => `，${file} ${megabytes(bytes)}`)
      console.log(`${film.slug}：做了${staleParts(stale).join('、')}${told.join('')}。`)
    }
  } finally {
    crew.close()
  }
}

/** Shots whose frames are not those of a segment made before. */
function tasksOf(slug: string, { cuts }: Stale): Task[] {
  return cuts.flatMap(({ name, shots }) =>
    shots.flatMap((segments, shot): Task[] =>
      isMade(segments) ? [] : [{ slug, layout: name, shot, files: segments.files }],
    ),
  )
}

function progress(): (task: Task, done: number, all: number) => void {
  const began = performance.now()
  return ({ slug, layout, shot }, done, all) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    const cut = layout === 'wide' ? '横' : '竖'
    console.log(`${slug} ${done}/${all} ${cut}版第${shot + 1}镜，${seconds}秒`)
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(2)}MB`
}
