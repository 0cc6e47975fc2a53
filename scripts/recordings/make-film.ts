import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Entry } from '../../src/content/library.ts'
import { readFilm } from '../../src/content/mp4.ts'
import type { Film } from '../../src/content/mp4.ts'
import { webvttOf } from '../../src/formats/webvtt.ts'
import type { WrittenCue } from '../../src/formats/webvtt.ts'
import { readCaptionFile } from '../../src/recordings/caption-file.ts'
import { fitCaptions } from '../../src/recordings/caption-rules.ts'
import { readChapters } from '../../src/recordings/chapters.ts'
import {
  changesOf,
  damageIn,
  encodingArguments,
  encodingFault,
  pictureBits,
} from '../../src/recordings/encoding.ts'
import { filmDraft, filmFiles } from '../../src/recordings/film-draft.ts'
import { filmReport } from '../../src/recordings/film-report.ts'
import { readRecording } from '../../src/recordings/recording.ts'
import type { Recording } from '../../src/recordings/recording.ts'
import { silencesIn, typingSheet } from '../../src/recordings/typing-sheet.ts'
import { kindsOf } from '../../src/scaffold/kinds.ts'
import { occupied, writeNew } from '../write-new.ts'
import type { Writable } from '../write-new.ts'
import { encode, probe, run } from './ffmpeg.ts'
import { choosePoster, takePosters } from './posters.ts'
import { createProgress } from './progress.ts'

interface FilmRequest {
  root: string
  film: string
  captions: string | undefined
  chapters: string | undefined
  title: string | undefined
  slug: string
  /** Which of the three posters, from 1. */
  poster: number | undefined
  /** Words of the site that no line break may part. */
  words: readonly string[]
  today: string
  /** The draft that the film belongs to. */
  beside?: Entry | undefined
  /** What the ffmpeg of this computer can do. */
  filters: ReadonlySet<string>
}

type Fault = { fault: string }

/** Make a film of the portal, with all that belongs to it, or say why none can be made. */
export async function makeFilm(request: FilmRequest): Promise<Fault | { report: string }> {
  const recording = inspect(request.film)
  if ('fault' in recording) return { fault: `${basename(request.film)}：${recording.fault}` }
  const duration = Math.floor(recording.duration * 10) / 10
  const captions = readTexts(request, duration)
  if ('fault' in captions) return captions
  const taken = occupied(request.root, targets(request))
  if (taken) return { fault: `${taken} 已经有了，没有改动它，也没有写别的：换一个 --slug。` }
  const folder = mkdtempSync(join(tmpdir(), 'film-'))
  try {
    return await make(request, { recording, duration, folder, ...captions })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function inspect(file: string): Recording | Fault {
  const { printed, errors } = probe(file)
  const recording = readRecording(printed, errors)
  if ('fault' in recording) return recording
  const index = readFilmAt(file)
  if (index && !index.complete && !index.fragmented)
    return {
      fault: '片子缺了一截：索引里说有的画面，文件里没有，没有传完。从手机上重新传一次原片。',
    }
  if (pictureBits(recording) === undefined)
    return { fault: '片子太长，放进一个 64 MB 的文件就看不清了：先在手机上剪短，或分成几部。' }
  return recording
}

/** A film's index as the check reads it; undefined when it is no MP4 or MOV. */
function readFilmAt(file: string): Film | undefined {
  const handle = openSync(file, 'r')
  const size = statSync(file).size
  try {
    return readFilm((offset, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      readSync(handle, bytes, 0, bytes.length, offset)
      return bytes
    }, size)
  } finally {
    closeSync(handle)
  }
}

interface Texts {
  cues?: WrittenCue[]
  chapterCues?: WrittenCue[]
  changes: string[]
}

function readTexts({ captions, chapters, words }: FilmRequest, duration: number): Texts | Fault {
  const listed = chapters === undefined ? undefined : readChapters(readFileSync(chapters), duration)
  if (listed && 'fault' in listed) return listed
  const chapterCues = listed ? { chapterCues: listed.cues } : {}
  if (captions === undefined) return { changes: [], ...chapterCues }
  const read = readCaptionFile(readFileSync(captions))
  if ('fault' in read) return { fault: `${basename(captions)}：${read.fault}` }
  const { cues, changes } = fitCaptions(read.spoken, { duration, words })
  if (cues.length === 0)
    return { fault: `${basename(captions)}：字幕都在片子结束以后，不是这部片子的。` }
  return { cues, changes: [...read.changes, ...changes], ...chapterCues }
}

function targets({ slug }: FilmRequest): Writable[] {
  const paths = [`/videos/${slug}.md`, ...Object.values(filmFiles(slug))]
  return paths.map((path) => ({ path: `content${path}` }))
}

async function make(
  request: FilmRequest,
  made: Texts & { recording: Recording; duration: number; folder: string },
): Promise<Fault | { report: string }> {
  const { recording, duration, folder, chapterCues, changes } = made
  const { root, slug, film, title, today, filters } = request
  const output = join(folder, 'film.mp4')
  const progress = createProgress(duration)
  const options = encodingArguments(recording, { input: film, output, filters })
  const { ok, seconds, errors } = await encode(options, progress.at)
  progress.end()
  const fault = ok ? encodingFault(recording, seconds, errors) : refusalOf(errors)
  if (fault) return { fault: `${basename(film)}：${fault}` }
  demandPlayable(output)
  const posters = takePosters(output, duration, folder)
  const poster = await choosePoster(posters, request.poster, join(root, 'imports', slug))
  const cues = made.cues ?? typingSheet(duration, silencesOf(output, duration, recording))
  const files = filmFiles(slug)
  const kind = kindsOf().find(({ name }) => name === 'video')
  if (!kind) throw new Error('no kind of entry for films')
  const draft = filmDraft({
    kind,
    slug,
    title,
    duration,
    hasChapters: chapterCues !== undefined,
    beside: request.beside,
    today,
  })
  writeNew(root, [
    draft,
    { path: `content${files.file}`, bytes: readFileSync(output) },
    { path: `content${files.poster}`, bytes: posters[poster - 1] ?? new Uint8Array() },
    { path: `content${files.captions}`, text: webvttOf(cues) },
    ...(chapterCues ? [{ path: `content${files.chapters}`, text: webvttOf(chapterCues) }] : []),
  ])
  const report = filmReport({
    film: basename(film),
    slug,
    draft: draft.path,
    bytes: { before: statSync(film).size, after: statSync(output).size },
    duration,
    cues: made.cues?.length,
    chapters: chapterCues?.length,
    poster,
    changes: [...changesOf(recording, filters), ...changes],
    damage: damageIn(errors),
    beside: request.beside?.file,
  })
  return { report }
}

function refusalOf(errors: string): string {
  const last = errors.trim().split('\n').at(-1) ?? ''
  return `ffmpeg 读到一半读不下去，片子坏了，或用了它不认识的编码（${last.slice(0, 120)}）。从手机上重新传一次原片。`
}

/** What we made is held to what the check asks of films; a fault here is one of the program. */
function demandPlayable(file: string): void {
  const film = readFilmAt(file)
  const isRight = film?.codec === 'avc1' && film.complete && film.indexFirst && !film.tellsPosition
  if (!isRight) throw new Error(`film made wrong: ${JSON.stringify(film)}`)
}

function silencesOf(file: string, duration: number, { sound }: Recording) {
  if (sound === undefined) return []
  const { errors } = run([
    '-i',
    file,
    '-vn',
    '-af',
    'silencedetect=n=-35dB:d=0.4',
    '-f',
    'null',
    '-',
  ])
  return silencesIn(errors, duration)
}
