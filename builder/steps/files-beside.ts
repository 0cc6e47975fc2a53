import { published } from '../../src/content/library.ts'
import type { Library } from '../../src/content/library.ts'
import { chartFiles } from '../../src/pages/charts/table.ts'
import { comparedFiles } from '../../src/pages/compared-files.ts'
import { quizPool } from '../../src/pages/contest.ts'
import { textPath } from '../../src/pages/film.ts'
import { transcriptOf, transcriptText } from '../../src/pages/transcript.ts'
import { wordOf, wordPath } from '../../src/pages/word.ts'
import { publicAddress } from '../../src/publish/address.ts'
import type { Step } from './step.ts'

/** A file of the output by its path below the base: `charts/members.csv`. */
interface FileBeside {
  name: string
  text: string | Uint8Array
}

/** Files that stand beside pages and are made of the library alone. */
interface FilesBeside {
  /** What the step is called on the screen. */
  name: string
  unit: string
  files: (library: Library) => Iterable<FileBeside>
}

/** What each film says, as a plain text file beside its page. */
function* transcripts(library: Library): Generator<FileBeside> {
  for (const film of published(library, 'videos')) {
    if (!film.data.file || !film.data.captions) continue
    const address = publicAddress(library.site, film.url)
    const text = transcriptText(film.data.title, transcriptOf(library, film), address)
    yield { name: textPath(film).slice(1), text }
  }
}

/** Pages that readers fill in, as Word files beside them. */
function* wordFiles(library: Library): Generator<FileBeside> {
  for (const page of published(library, 'pages'))
    if (page.data.word) yield { name: wordPath(page).slice(1), text: wordOf(library, page) }
}

export const filesBeside: readonly FilesBeside[] = [
  { name: '写出视频文稿', unit: '篇', files: transcripts },
  { name: '写出Word文件', unit: '份', files: wordFiles },
  { name: '图表的数据', unit: '个文件', files: chartFiles },
  { name: '写出竞赛题目', unit: '个文件', files: quizPool },
  { name: '写出对照', unit: '个文件', files: comparedFiles },
]

export const writeFilesBeside: readonly Step[] = filesBeside.map(({ name, unit, files }) => ({
  name,
  run({ library, output }) {
    let count = 0
    for (const { name, text } of files(library)) {
      output.write(name, text)
      count++
    }
    return { count, unit }
  },
}))
