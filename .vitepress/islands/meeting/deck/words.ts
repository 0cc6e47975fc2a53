import { defineComponent, h, inject } from 'vue'
import { slideWords } from '../../../../src/meeting/deck/slide-words.ts'
import { wordsKey } from '../../../theme/components/words.ts'

/** Display text that breaks only between words, on the server and in the browser alike. */
export const Words = defineComponent({
  props: { text: { type: String, required: true } },
  setup(props) {
    const words = inject(wordsKey, undefined)
    return () =>
      slideWords(props.text, words).flatMap((part, index) =>
        index > 0 ? [h('wbr'), part] : [part],
      )
  },
})
