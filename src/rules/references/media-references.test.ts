import { expect, it } from 'vitest'
import { buildLibrary } from '../../content/library.ts'
import { mediaFile } from '../handbook/base.ts'
import { examplePortal } from '../handbook/portal.ts'
import { rules } from '../index.ts'
import { runRules } from '../engine/run.ts'

const whole = { file: '/media/demo.mp4', poster: '/media/demo.png', captions: '/media/demo.vtt' }

function film(name: string, fields: Readonly<Record<string, string>>) {
  const lines = Object.entries({ ...whole, duration: '60', ...fields })
  const front = ['# without: external', ...lines.map(([key, value]) => `${key}: ${value}`)]
  return { path: `content/videos/${name}.md`, raw: false, text: `---\n${front.join('\n')}\n---\n` }
}

/** Messages and hints of one rule about a film, beside another whose captions are `demo.vtt`. */
function found(fields: Readonly<Record<string, string>>): string[] {
  const { portal } = examplePortal([film('other', {}), film('film', fields)])
  const page = new TextEncoder().encode('<!doctype html>')
  const media = [...portal.media, mediaFile('content/media/broken.mp4', page)]
  const library = buildLibrary({ ...portal, media })
  expect(library.byPath.has('/videos/film')).toBe(true)
  return runRules({ library, rules, today: '2026-11-23' })
    .filter(({ rule, file }) => rule === 'reference-exists' && file === 'content/videos/film.md')
    .map(({ message, hint }) => `${message}${hint ?? ''}`)
}

it('never denies a file that is there but faulty', () => {
  expect(found({ file: '/media/broken.mp4' })).toEqual([])
  expect(found({ file: '/media/none.mp4' }).join()).toMatch('没有“/media/none.mp4”')
})

it('suggests no captions of another film, and no file of another kind', () => {
  const [missing = ''] = found({ captions: '/media/dem.vtt' })
  expect(missing).toMatch('没有“/media/dem.vtt”')
  expect(missing).not.toMatch('demo')
  expect(found({ file: '/media/brokn.mp4' }).join()).toMatch('你是不是要写 /media/broken.mp4')
})
