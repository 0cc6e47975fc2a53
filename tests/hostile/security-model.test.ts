import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../../src/content/library.ts'
import { bodyOf } from '../../src/pages/render-body.ts'
import { disallowed, wordsOf } from './disallowed.ts'
import { caseOf, faultsOfReport, hostile, issuesWith, portalWith } from './portal.ts'
import { bodiesOf, refusedOf, rows } from './security-model.ts'

/** A body as the page would hold it. */
function rendered(body: string): string {
  const library = buildLibrary(portalWith([caseOf(body)]))
  const entry = library.entries.find(({ file }) => file === hostile)
  if (!entry) throw new Error('the case could not be read')
  const { lead, html } = bodyOf(library, entry)
  return lead + html
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
/** A code span's or an emphasis' marks are not part of what is said. */
const said = (body: string) => flat(body.replace(/^(`|\*\*)(.*)\1$/, '$2'))

describe.for(rows)('$row', (row) => {
  it.for((row.literal ?? []).map((body) => [body]))('%s stands as it is written', ([body = '']) => {
    expect(flat(wordsOf(rendered(body)))).toContain(said(body))
  })

  it.for(bodiesOf(row).map((body) => [body.slice(0, 60), body]))(
    '%s brings nothing into the page',
    ([, body = '']) => {
      expect(disallowed(rendered(body))).toEqual([])
    },
  )

  it.runIf(bodiesOf(row).length > 0)('is reported with a place and a reason', () => {
    const files = bodiesOf(row).map((body, index) => ({
      ...caseOf(body),
      path: `content/cases/row-${index}.md`,
    }))
    expect(faultsOfReport(issuesWith(files), files)).toEqual([])
  })

  const refused = refusedOf(row, (body) => caseOf(body).text)
  it.for(refused.map((text) => [text.slice(0, 60), text]))('%j is refused', ([, text = '']) => {
    const file = { path: hostile, text }
    const issues = issuesWith([file]).filter(({ file }) => file === hostile)
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true)
    expect(faultsOfReport(issues, [file])).toEqual([])
    expect(buildLibrary(portalWith([file])).byPath.has('/cases/hostile')).toBe(false)
    expect(globalThis).not.toHaveProperty('pwned')
    expect({}).not.toHaveProperty('pwned')
  })

  it.for((row.values ?? []).map((value) => [value]))(
    '%s in a title stays a title',
    ([value = '']) => {
      const text = caseOf('').text.replace('title: 示例条目', `title: ${JSON.stringify(value)}`)
      const library = buildLibrary(portalWith([{ path: hostile, text }]))
      expect(library.byPath.get('/cases/hostile')?.data.title).toBe(value)
    },
  )
})
