import { nextTick, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import type { Ref } from 'vue'

/** From as drawn to as small as a back row can read, and then in two parts. */
export const fitLevels = 6

/**
 * The first level at which all of a body is within it, found anew whenever what it shows or the
 * screen changes. Text never gets smaller than an eighteenth of the height: from level 4 on the
 * options come after the question instead.
 */
export function useFit(body: Ref<HTMLElement | null>, shown: () => unknown) {
  const level = ref(0)
  const isIn = () => !body.value || body.value.scrollHeight <= body.value.clientHeight + 1
  let run = 0
  async function fit(): Promise<void> {
    const mine = ++run
    for (let next = 0; next <= fitLevels; next += 1) {
      level.value = next
      await nextTick()
      if (mine !== run || isIn()) return
    }
  }
  const again = () => void fit()
  watch(shown, again, { flush: 'post' })
  onMounted(() => {
    again()
    addEventListener('resize', again)
  })
  onBeforeUnmount(() => removeEventListener('resize', again))
  return level
}
