import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { bore } from '../../src/films/bore.ts'
import { sceneOf } from '../../src/films/scene.ts'
import type { Scene, SceneContext } from '../../src/films/scene.ts'
import { measure } from './measure.ts'
import { timelineOf } from '../../src/content/film-timeline.ts'

/** Frames a second. */
export const rate = 25
const size = { width: 1280, height: 720 }
const water = { width: 1280, height: 280, lines: 6 }
/** Seconds the tide runs at the start of each shot; and when everything has long come to rest. */
const run = 1
const rest = 60
/** A number no frame of a film reaches. */
const coverIndex = 99999

export interface Frame {
  file: string
  /** How many frames of the film it stands for. */
  count: number
}

interface Painter {
  page: Page
  session: CDPSession
  folder: string
}

/** Paint a film: a picture for each frame of a movement, and one for the rest that follows. */
export async function paint(page: Page, folder: string, film: SceneContext): Promise<Frame[]> {
  const { shots, duration } = timelineOf(film.storyboard, film.facts)
  await page.setViewportSize(size)
  const painter = { page, session: await page.context().newCDPSession(page), folder }
  const frames: Frame[] = []
  let before: Scene | undefined
  for (const timed of shots) {
    const scene = sceneOf(timed, film)
    await show(page, before, scene)
    await measure(page, `${film.slug} 第${shots.indexOf(timed) + 1}个镜头`)
    const total = Math.round((timed.end - timed.start) * rate)
    const moving = Math.min(total - 1, Math.ceil((await movement(page)) * rate))
    const way = { from: timed.start / duration, to: timed.end / duration }
    for (let frame = 0; frame <= moving; frame++) {
      const count = frame === moving ? total - moving : 1
      const at = frame === moving ? rest : frame / rate
      frames.push({ file: await shoot(painter, frames.length, at, progress(way, at)), count })
    }
    before = scene
  }
  return frames
}

/** Paint a film's cover, come to rest; the file of its picture. */
export async function paintCover(page: Page, folder: string, drawing: string): Promise<string> {
  const session = await page.context().newCDPSession(page)
  await show(page, undefined, { chapter: '', source: '', drawing })
  await movement(page)
  return shoot({ page, session, folder }, coverIndex, rest, 0.5)
}

/** Where the front stands: it runs, and comes to rest. */
function progress({ from, to }: { from: number; to: number }, seconds: number): number {
  const part = Math.min(1, seconds / run)
  return from + (to - from) * (1 - (1 - part) ** 3)
}

async function show(page: Page, before: Scene | undefined, scene: Scene): Promise<void> {
  const fresh = (part: 'chapter' | 'source') => (before?.[part] === scene[part] ? '' : 'in')
  const paths = Array.from({ length: water.lines }, () => '<path d="" />').join('')
  const html = [
    `<svg class="tide" viewBox="0 0 ${water.width} ${water.height}">${paths}</svg>`,
    `<div class="out">${before?.drawing ?? ''}</div>`,
    `<div class="${fresh('chapter')}">${scene.chapter}</div>`,
    `<div class="${fresh('source')}">${scene.source}</div>`,
    `<div class="in">${scene.drawing}</div>`,
  ].join('')
  await page.evaluate(async (content) => {
    document.body.innerHTML = content
    for (const list of document.querySelectorAll('.in ol'))
      [...list.children].forEach((item, index) => {
        if (item instanceof HTMLElement) item.style.setProperty('--nth', String(index))
      })
    await Promise.all([...document.images].map((image) => image.decode()))
    await document.fonts.ready
  }, html)
}

/** Seconds until all that moves has come to rest. */
async function movement(page: Page): Promise<number> {
  const longest = await page.evaluate(() => {
    const ends = document.getAnimations().map((animation) => {
      animation.pause()
      return Number(animation.effect?.getComputedTiming().endTime ?? 0)
    })
    return Math.max(0, ...ends)
  })
  return Math.max(run, longest / 1000)
}

async function shoot(
  { page, session, folder }: Painter,
  index: number,
  seconds: number,
  way: number,
): Promise<string> {
  await page.evaluate(
    ({ milliseconds, paths }) => {
      for (const animation of document.getAnimations()) animation.currentTime = milliseconds
      document
        .querySelectorAll('.tide path')
        .forEach((path, line) => path.setAttribute('d', paths[line] ?? ''))
    },
    { milliseconds: seconds * 1000, paths: bore(water, way) },
  )
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
  })
  const file = join(folder, `${String(index).padStart(5, '0')}.png`)
  writeFileSync(file, Buffer.from(data, 'base64'))
  return file
}
