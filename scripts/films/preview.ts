import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { readPortal } from '../../src/content/files.ts'
import { buildLibrary } from '../../src/content/library.ts'
import type { Library } from '../../src/content/library.ts'
import { readStoryboard } from '../../src/content/read-storyboard.ts'
import { faultsOf } from '../../src/films/check.ts'
import { rate, readingSpeed } from '../../src/films/clock.ts'
import { Frames, framesIn, restOf } from '../../src/films/frames.ts'
import { layouts } from '../../src/films/layout.ts'
import type { Layout } from '../../src/films/layout.ts'
import type { FilmContext } from '../../src/films/stage.ts'

type LayoutName = Layout['name']

/** A film as it stands on the disk now: facts are read anew only when a source is saved, for they take seconds. */
export class Preview {
  private library: Library
  private film: FilmContext | undefined
  private unread: string[] = []
  private drawn = new Map<LayoutName, Frames>()
  /** Counts the readings, so that no browser shows a frame of the one before. */
  private reading = 0

  constructor(
    private readonly root: string,
    private readonly slug: string,
  ) {
    this.library = buildLibrary(readPortal(root))
    this.readStoryboard()
  }

  /** A storyboard has been saved. */
  readStoryboard(): void {
    const path = `films/${this.slug}.yaml`
    const text = readFileSync(join(this.root, path), 'utf8')
    const { value, issues } = readStoryboard({ path, text })
    const { facts, site } = this.library
    this.unread = issues.map(({ line, message }) => `第${line}行：${message}`)
    this.film = value && { slug: this.slug, storyboard: value.data, facts, words: site.words }
    this.drawn = new Map()
    this.reading += 1
  }

  /** A source has been saved. */
  readFacts(): void {
    this.library = buildLibrary(readPortal(this.root))
    this.readStoryboard()
  }

  /** One frame as SVG; nothing where the storyboard cannot be read. */
  frame(layout: LayoutName, shot: number, index: number): string {
    return this.framesOf(layout)?.svg(shot, index) ?? '<svg xmlns="http://www.w3.org/2000/svg"/>'
  }

  /** What the page needs to know, as JSON holds it. */
  describe(layout: LayoutName): object {
    const frames = this.framesOf(layout)
    if (!frames || !this.film) return { faults: this.unread }
    const faults = faultsOf(this.film).map(({ shot, message }) => `第${shot + 1}镜：${message}`)
    return {
      layout: frames.layout,
      rate,
      readingSpeed,
      faults: [...this.unread, ...faults],
      shots: frames.shots.map((timed, index) => ({
        show: timed.shot.show,
        say: timed.shot.say,
        speed: [...timed.shot.say].length / timed.shot.seconds,
        start: timed.start,
        end: timed.end,
        count: framesIn(timed),
        rest: Math.round(restOf(timed) * rate),
        address: `/frame/${layout}/${index}/`,
        // What the shot is, so that the page finds the one that was changed.
        written: JSON.stringify(timed.shot),
      })),
      reading: this.reading,
    }
  }

  private framesOf(layout: LayoutName): Frames | undefined {
    if (!this.film) return undefined
    const frames = this.drawn.get(layout) ?? new Frames(this.film, layouts[layout])
    this.drawn.set(layout, frames)
    return frames
  }
}
