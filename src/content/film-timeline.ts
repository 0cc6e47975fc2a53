import type { Shot } from '../model/films/shots.ts'
import { factsIn } from '../model/storyboards.ts'
import type { Storyboard } from '../model/storyboards.ts'

/** A shot with its place in the film; times in seconds. */
export interface TimedShot {
  shot: Shot
  start: number
  end: number
  /** Number of its chapter, from 1. */
  chapter: number
  chapterTitle: string
}

interface Timeline {
  shots: TimedShot[]
  chapters: { title: string; start: number; end: number }[]
  /** Length of the film in seconds. */
  duration: number
}

/** Lay the shots of a storyboard one after another. */
export function timelineOf({ chapters }: Storyboard): Timeline {
  const timeline: Timeline = { shots: [], chapters: [], duration: 0 }
  for (const [index, { title, shots }] of chapters.entries()) {
    const first = timeline.duration
    for (const shot of shots) {
      const start = timeline.duration
      timeline.duration = hundredths(start + shot.seconds)
      timeline.shots.push({
        shot,
        start,
        end: timeline.duration,
        chapter: index + 1,
        chapterTitle: title,
      })
    }
    timeline.chapters.push({ title, start: first, end: timeline.duration })
  }
  return timeline
}

/** Where each shot stands in its file, in order. */
export function shotPaths({ chapters }: Storyboard): (string | number)[][] {
  return chapters.flatMap(({ shots }, chapter) =>
    shots.map((_, shot) => ['chapters', chapter, 'shots', shot]),
  )
}

/** The ids of all facts a film rests on, in order of appearance. */
export function factsOf({ chapters }: Storyboard): string[] {
  return [...new Set(chapters.flatMap(({ shots }) => shots.flatMap(factsIn)))]
}

function hundredths(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
