import { published } from '../../src/content/library.ts'
import { textPath } from '../../src/pages/film.ts'
import { transcriptOf, transcriptText } from '../../src/pages/transcript.ts'
import type { Step } from './step.ts'

/** What each film says, as a plain text file beside its page. */
export const writeTranscripts: Step = {
  name: '写出视频文稿',
  run({ library, write }) {
    const films = published(library, 'videos').filter(({ data }) => data.file && data.captions)
    const { url: site } = library.site
    for (const film of films) {
      const address =
        site && new URL(film.url.slice(1), site.endsWith('/') ? site : `${site}/`).href
      const text = transcriptText(film.data.title, transcriptOf(library, film), address)
      write(textPath(film).slice(1), text)
    }
    return { count: films.length, unit: '篇' }
  },
}
