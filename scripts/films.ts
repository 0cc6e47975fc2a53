import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { readPortal } from '../src/content/files.ts'
import { buildLibrary } from '../src/content/library.ts'
import type { Library } from '../src/content/library.ts'
import { timelineOf } from '../src/content/film-timeline.ts'
import { coverScene } from '../src/films/scene.ts'
import { captionsOf, chaptersOf } from '../src/films/tracks.ts'
import { coverOf } from '../src/pages/cover.ts'
import { readCommand, refuse } from './command.ts'
import { guardTarget } from './guard-target.ts'
import { encode, still } from './films/encode.ts'
import { paint, paintCover } from './films/frames.ts'
import { recordingsFor } from './films/recordings.ts'
import { installBrowser } from './install.js'

/** `npm run films [-- <slug>…]`: make the films of `films/` again, with captions, chapters, poster. */
const { positionals, values } = readCommand({
  name: 'films',
  says: '由 films/ 的分镜做出短片、封面、字幕和章节；不写短片就全部重做。要 Chromium 和 ffmpeg。',
  words: '[短片]…',
  options: {
    'captions-only': { type: 'boolean', default: false, says: '只写字幕和章节' },
  },
})
const media = 'content/media/films'
const library = buildLibrary(readPortal('.'))
const known = [...library.storyboards.keys()]
const unknown = positionals.filter((slug) => !library.storyboards.has(slug))
if (unknown.length > 0)
  refuse('films', `没有这部短片：${unknown.join('、')}。films/ 里有：${known.join('、')}。`)
const wanted = positionals.length > 0 ? positionals : known
for (const path of [media, ...wanted.flatMap(filesOf)])
  guardTarget('films', { path, purpose: 'house' })
mkdirSync(media, { recursive: true })
for (const slug of wanted) writeTracks(library, slug)
if (!values['captions-only']) {
  const browser = await chromium.launch({
    executablePath: installBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--hide-scrollbars'],
  })
  try {
    for (const slug of wanted) await make(library, slug, browser)
  } finally {
    await browser.close()
  }
}

/** What is written of a film. */
function filesOf(slug: string): string[] {
  return ['.vtt', '-chapters.vtt', '.mp4', '.webp'].map((end) => join(media, slug + end))
}

function filmOf({ storyboards, facts, site }: Library, slug: string) {
  const storyboard = storyboards.get(slug)?.data
  if (!storyboard) throw new Error(`no storyboard ${slug}`)
  return { slug, storyboard, facts, words: site.words }
}

function writeTracks(library: Library, slug: string): void {
  const film = filmOf(library, slug)
  writeFileSync(join(media, `${slug}.vtt`), captionsOf(film))
  writeFileSync(join(media, `${slug}-chapters.vtt`), chaptersOf(film))
}

async function make(library: Library, slug: string, browser: Browser): Promise<void> {
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'film-'))
  try {
    const entry = library.byPath.get(`/videos/${slug}`)
    if (entry?.collection !== 'videos') throw new Error(`no entry /videos/${slug}`)
    const told = filmOf(library, slug)
    const film = { ...told, recordings: await recordingsFor(told.storyboard, browser) }
    const page = await browser.newPage()
    await page.goto(pathToFileURL('scripts/films/film.html').href)
    const frames = await paint(page, folder, film)
    const { shots, duration } = timelineOf(film.storyboard, film.facts)
    const [out, made] = [join(media, `${slug}.mp4`), join(folder, 'film.mp4')]
    encode(
      frames,
      shots.map(({ start }) => start),
      made,
    )
    copyFileSync(made, out)
    still(
      await paintCover(page, folder, coverScene(coverOf(library, entry), film)),
      join(media, `${slug}.webp`),
    )
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    const kilobytes = Math.round(statSync(out).size / 1024)
    await page.close()
    console.log(`${out}：${duration}秒，${frames.length}幅画面，${kilobytes}KB，做了${seconds}秒。`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
