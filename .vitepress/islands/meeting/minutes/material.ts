import type { RowMaterial } from '../../../../src/meeting/minutes/draft.ts'
import type { MeetingRow } from '../../../../src/meeting/meeting.ts'
import { rowPageAddress } from '../../../../src/study/address.ts'
import { fetchPage, studyPageIn } from '../../study/fetch-page.ts'

/** What the pages of rows say of themselves; a page that cannot be had says nothing. */
export async function materialsOf(
  base: string,
  rows: readonly MeetingRow[],
): Promise<Map<number, RowMaterial>> {
  const paths = [...new Set(rows.flatMap(({ pages }) => pages))]
  const found = new Map(
    await Promise.all(paths.map(async (path) => [path, await aboutPage(base, path)] as const)),
  )
  return new Map(
    rows.map(({ id, pages }) => {
      const about = pages.flatMap((path) => found.get(path) ?? [])
      const material: RowMaterial = {
        titles: about.map(({ title }) => title),
        summaries: about.map(({ summary }) => summary),
        questions: about.flatMap(({ discussion }) => discussion),
      }
      return [id, material]
    }),
  )
}

async function aboutPage(
  base: string,
  path: string,
): Promise<{ title: string; summary: string; discussion: string[] } | undefined> {
  try {
    const page = await fetchPage(base + rowPageAddress(path))
    const study = studyPageIn(page)
    const summary = page.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? ''
    return study && { title: study.title, summary, discussion: study.discussion }
  } catch {
    return undefined
  }
}
