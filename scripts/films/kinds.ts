import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Frames, restOf } from '../../src/films/frames.ts'
import { wide } from '../../src/films/layout.ts'
import type { FilmContext } from '../../src/films/stage.ts'
import type { DrawText } from '../../src/films/svg.ts'
import type { ShotKind } from '../../src/model/films/shots.ts'
import { webp } from './encode.ts'
import type { Painter } from './painter.ts'

/** Films whose shots the handbook shows, and the kinds it takes from each. */
const shown: Record<string, readonly ShotKind[]> = {
  'song-xuewen': ['title', 'place', 'timeline', 'calendar', 'honour', 'question', 'sources'],
  'qimei-duoji': ['profile', 'object', 'quotation'],
  'wan-buyan': ['compare'],
  'know-the-base': ['count', 'part-of', 'steps'],
  'industry-committee': ['tree'],
  'online-charity': ['route'],
}

/** Paint a picture of each kind of shot for the handbook, from the films there are. */
export function paintKinds(
  films: readonly FilmContext[],
  { painter, draw }: { painter: Painter; draw: DrawText },
): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kinds-'))
  const made = films.flatMap((film) => {
    const frames = new Frames(film, wide, draw)
    return (shown[film.slug] ?? []).flatMap((kind) => {
      const suits = frames.shots.findLastIndex(
        ({ shot }) => shot.show === kind && !(shot.show === 'tree' && shot.branches),
      )
      const timed = frames.shots[suits]
      if (!timed) return []
      const [png, out] = [join(folder, `${kind}.png`), `docs/handbook/images/film-${kind}.webp`]
      writeFileSync(png, painter.png(frames.svgAt(suits, restOf(timed)), 640))
      webp(png, out)
      return [out]
    })
  })
  rmSync(folder, { recursive: true })
  return made
}
