import { readPortal } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import { Frames } from '../../src/films/frames.ts'
import { layouts } from '../../src/films/layout.ts'
import { outlines } from './outlines.ts'
import { openPainter } from './painter.ts'
import { makeSegments } from './segments.ts'

/** A shot to be made, by another process. */
export interface Task {
  slug: string
  layout: keyof typeof layouts
  shot: number
  files: string[]
}

const { storyboards, facts, site } = buildLibrary(readPortal('.'))
const painter = await openPainter()
const draw = outlines()

process.on('message', (task: Task) => {
  const storyboard = storyboards.get(task.slug)?.data
  if (!storyboard) throw new Error(`no storyboard ${task.slug}`)
  const film = { slug: task.slug, storyboard, facts, words: site.words }
  const frames = new Frames(film, layouts[task.layout], draw)
  makeSegments(frames, task, painter).then(
    () => process.send?.({ done: true }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
