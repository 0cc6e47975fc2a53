import { provide } from 'vue'
import type { Chrome } from '../../src/pages/chrome.ts'
import { baseKey } from './components/base.ts'
import { feedbackKey } from './components/feedback.ts'
import { homeKey } from './components/home.ts'
import { searchKey } from './components/search.ts'
import { wordsKey } from './components/words.ts'

/** What components anywhere in a page may ask of what stands around it. */
export function provideChrome({ words, base, home, search, feedback }: Chrome): void {
  provide(wordsKey, words)
  provide(baseKey, base)
  provide(homeKey, home)
  provide(searchKey, search)
  provide(feedbackKey, feedback)
}
