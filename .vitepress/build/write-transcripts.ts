import { published } from '../../src/content/library.ts'
import { textPath } from '../../src/pages/film.ts'
import { transcriptOf, transcriptText } from '../../src/pages/transcript.ts'
import { publicAddress } from '../../src/publish/address.ts'
import type { Step } from './step.ts'

/** What each film says, as a plain text file beside its page. */
export const writeTranscripts: Step = {
  name: '写出视频文稿',
  run({ library, output }) {
    const films = published(library, 'videos').filter(({ data }) => data.file && data.captions)
    for (const film of films) {
      const address = publicAddress(library.site, film.url)
      const text = transcriptText(film.data.title, transcriptOf(library, film), address)
      output.write(textPath(film).slice(1), text)
    }
    return { count: films.length, unit: '篇' }
  },
}
