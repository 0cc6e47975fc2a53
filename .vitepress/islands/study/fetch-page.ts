import type { Material } from '../../../src/meeting/deck/material.ts'
import type { StudyPage } from '../../../src/pages/study.ts'
import type { QuizQuestion } from '../../../src/pages/training.ts'

/** Another page of the portal as a document: parsed, not run. Rejects when it cannot be had. */
export function fetchPage(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', address)
    // The browser's own parser for documents; the policy allows no other way to one from text.
    request.responseType = 'document'
    request.onload = () => {
      const page = request.status === 200 ? request.responseXML : null
      for (const script of page?.querySelectorAll('script') ?? []) {
        // The sheet that a page waits for in the middle of its text is no part of the text: `document.ts`.
        const sheet = script.closest('main') ? script.previousElementSibling : null
        if (sheet) page?.head.append(sheet)
        // Copying a script, even one that never runs, is what the policy forbids.
        script.remove()
      }
      if (page) resolve(page)
      else reject(new Error(`${address}: ${request.status}`))
    }
    request.onerror = () => reject(new Error(address))
    request.send()
  })
}

/** What the page of a chart shows on slides; undefined for other pages, and for charts that no screen holds. */
export function chartMaterialIn(page: Document): Material | undefined {
  const text = page.querySelector('[data-slides]')?.getAttribute('data-slides')
  // The portal's own template wrote it there.
  return text ? (JSON.parse(text) as Material) : undefined
}

/** What a page says of itself for a meeting: an entry in its study record, a ready pack in its sheet, a chart. */
export function studyPageIn(page: Document): Pick<StudyPage, 'title' | 'discussion'> | undefined {
  return (
    propsOf<StudyPage>(page, 'study') ??
    propsOf<{ sheet: Pick<StudyPage, 'title' | 'discussion'> }>(page, 'readypack')?.sheet ??
    chartMaterialIn(page)
  )
}

/** The self-test of a lesson's page. */
export function questionsIn(page: Document): QuizQuestion[] {
  return propsOf<{ questions: QuizQuestion[] }>(page, 'quiz')?.questions ?? []
}

/** The props of an island on a page. */
export function propsOf<T>(page: Document, island: string): T | undefined {
  const text = page.querySelector<HTMLElement>(`[data-island="${island}"]`)?.dataset.props
  // The portal's own templates wrote it there.
  return text === undefined ? undefined : (JSON.parse(text) as T)
}
