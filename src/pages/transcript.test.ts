import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readPortal } from '../content/files.ts'
import { buildLibrary } from '../content/library.ts'
import { coverOf } from './cover.ts'
import { transcriptOf } from './transcript.ts'

const library = buildLibrary(readPortal(fileURLToPath(new URL('../..', import.meta.url))))

function video(slug: string) {
  const entry = library.byPath.get(`/videos/${slug}`)
  if (entry?.collection !== 'videos') throw new Error(`no ${slug}`)
  return entry
}

test('who only reads the transcript also reads what pictures print', () => {
  const lines = transcriptOf(library, video('know-the-base')).chapters.flatMap((one) => one.lines)
  const figure = lines.find(({ text }) => text.includes('扩充到这里'))
  expect(figure?.text).toMatch(/^（画面：600余家企业；属地互联网企业）/)
  expect(lines[0]?.text).not.toContain('画面')
})

test('a cover draws the figure chosen, else chapters, else the programme', () => {
  expect(coverOf(library, video('know-the-base'))).toEqual({
    numeral: { before: '', value: '600', after: '余家企业' },
  })
  expect(coverOf(library, video('submit-a-case'))).toHaveProperty('steps')
  expect(coverOf(library, video('hangzhou-chaotou'))).toEqual({ words: '“潮头——身边的党员”' })
})
