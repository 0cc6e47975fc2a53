import { published } from '../../src/content/library.ts'
import { wordOf, wordPath } from '../../src/pages/word.ts'
import type { Step } from './step.ts'

/** Pages that readers fill in, as Word files beside them. */
export const writeWordFiles: Step = {
  name: '写出Word文件',
  run({ library, output }) {
    const pages = published(library, 'pages').filter(({ data }) => data.word)
    for (const page of pages) output.write(wordPath(page).slice(1), wordOf(library, page))
    return { count: pages.length, unit: '份' }
  },
}
