import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { dayOf } from '../src/check/check.ts'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Library } from '../src/content/library.ts'
import { readCaptionFile } from '../src/recordings/caption-file.ts'
import { filmFiles } from '../src/recordings/film-draft.ts'
import { draftNamed } from '../src/scaffold/add-to-entry.ts'
import { slugFault } from '../src/scaffold/plan.ts'
import { proposedSlug } from '../src/scaffold/slug.ts'
import { readCommand, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'
import { writeInto } from './into-draft.ts'
import { findFfmpeg } from './recordings/ffmpeg.ts'
import { changePoster } from './recordings/posters.ts'
import { fillSheet } from './recordings/fill-sheet.ts'
import { makeFilm } from './recordings/make-film.ts'
import { portalRoot } from '../builder/folders.ts'

/** `npm run film -- <film> [captions]`: what a phone took becomes a film of the portal, as a draft. */
const { positionals, values } = readCommand({
  name: 'film',
  says: '把手机拍的片子做成门户能放的视频：转成 H.264，缩小，转正，去掉拍摄地点，带封面、字幕和条目草稿。\n原片不动。要 ffmpeg。films/ 里画出来的短片是另一条命令：npm run films。',
  words: '<片子> [字幕]',
  options: {
    title: { type: 'string', value: '片名', says: '条目的标题；不写就先留作待补' },
    slug: { type: 'string', value: '名字', says: '文件名；不写就用片名或片子文件名的拼音' },
    chapters: { type: 'string', value: '文件', says: '章节：一行一章，例如“1:20 怎样开课”' },
    into: {
      type: 'string',
      value: '草稿',
      says: '和已有的草稿连起来：来源、组织、地区照它写，两边互相链接',
    },
    poster: {
      type: 'string',
      value: '第几张',
      choices: ['1', '2', '3'],
      says: '三张封面里用哪一张；已经做好的，只写 --slug 和它就换封面',
    },
  },
})
const root = portalRoot()
const poster = values.poster === undefined ? undefined : Number(values.poster)
process.exitCode = await main()

async function main(): Promise<number> {
  guardTarget('film', { path: root, purpose: 'portal' })
  const fault = values.slug === undefined ? undefined : slugFault(values.slug)
  if (fault) return refuse('film', `--slug：${fault}`)
  const [film, captions, extra] = positionals
  if (extra !== undefined)
    return refuse('film', `多了“${extra}”：一次做一部片子，文件名里有空格的要用引号括起来。`)
  if (film === undefined) {
    if (values.slug === undefined || poster === undefined)
      return refuse('film', '要写片子的文件，例如 npm run film -- IMG_2031.MOV 字幕.srt。')
    return answer(changePoster(root, values.slug, poster))
  }
  const library = buildLibrary(readPortal(root))
  for (const file of [film, captions, values.chapters]) {
    const wrong = file === undefined ? undefined : fileFault(file, library)
    if (wrong) return answer({ fault: wrong })
  }
  if (captions === undefined && isCaptions(film))
    return answer(fillSheet({ root, slug: values.slug, file: film, words: library.site.words }))
  const ffmpeg = findFfmpeg()
  if ('fault' in ffmpeg) return answer(ffmpeg)
  const draft = values.into === undefined ? undefined : draftNamed(values.into, library)
  if (draft && 'fault' in draft) return refuse('film', `--into：${draft.fault}`)
  const request = requestFor(film, captions, library)
  const outcome = await makeFilm({ ...request, ...ffmpeg, beside: draft })
  if (draft && 'report' in outcome)
    writeInto(root, draft, { lists: { related: [`/videos/${request.slug}`] } })
  return answer(outcome)
}

function answer(outcome: { fault: string } | { report: string }): number {
  if ('report' in outcome) process.stdout.write(outcome.report)
  else process.stderr.write(`没有做。${outcome.fault}\n`)
  return 'report' in outcome ? 0 : 1
}

function fileFault(file: string, { storyboards }: Library): string | undefined {
  if (!existsSync(file))
    return storyboards.has(file)
      ? `${file} 是 films/ 里的分镜，做它用 npm run films -- ${file}。`
      : `没有“${file}”这个文件。${/[\\/.]/.test(file) ? '核对路径；可以把文件拖进终端，路径会自己写上。' : 'films/ 里的短片用 npm run films。'}`
  const stat = statSync(file)
  if (!stat.isFile()) return `“${file}”不是普通文件。`
  return stat.size === 0 ? `“${file}”是空的，没有传完。` : undefined
}

function isCaptions(file: string): boolean {
  return statSync(file).size < 2 * 1024 * 1024 && 'spoken' in readCaptionFile(readFileSync(file))
}

function requestFor(film: string, captions: string | undefined, library: Library) {
  const isTaken = (slug: string) =>
    library.byPath.has(`/videos/${slug}`) ||
    [`/videos/${slug}.md`, ...Object.values(filmFiles(slug))].some((path) =>
      existsSync(join(root, 'content', path)),
    )
  const stem = basename(film, extname(film))
  return {
    root,
    film,
    captions,
    chapters: values.chapters,
    title: values.title,
    slug: values.slug ?? proposedSlug(values.title ?? stem, isTaken),
    poster,
    words: library.site.words,
    today: dayOf(new Date()),
  }
}
