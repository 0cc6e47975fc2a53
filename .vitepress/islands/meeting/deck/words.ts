import { defineComponent, h, inject } from 'vue'
import { segment } from '../../../../src/content/segment.ts'
import { wordsKey } from '../../../theme/components/words.ts'

/** Display text that breaks only between words, on the server and in the browser alike. */
export const Words = defineComponent({
  props: { text: { type: String, required: true } },
  setup(props) {
    const words = inject(wordsKey, undefined)
    return () =>
      segment(props.text, words).flatMap((part, index) => (index > 0 ? [h('wbr'), part] : [part]))
  },
})
