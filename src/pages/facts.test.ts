import { expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { citing } from './facts.ts'

const [record] = buildLibrary(examplePortal([]).portal).sources.values()
if (!record) throw new Error('the example portal has a source')
const { data } = record

it('cites a source without an address by its name, and says why there is none', () => {
  const named = citing({ ...data, url: null, url_note: '读自转载网页，不列网址' })
  expect(named).toMatchObject({ title: data.title, unlinked: '读自转载网页，不列网址' })
  expect(named).not.toHaveProperty('url')
  expect(citing(data)).toMatchObject({ url: data.url })
  expect(citing(data)).not.toHaveProperty('unlinked')
})
