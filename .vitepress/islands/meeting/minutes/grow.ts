import type { Directive } from 'vue'

/** `v-grow`: a field of several lines is as high as what is in it. Set by script, which the policy allows. */
export const vGrow: Directive<HTMLTextAreaElement> = { mounted: grow, updated: grow }

function grow(field: HTMLTextAreaElement): void {
  const border = field.offsetHeight - field.clientHeight
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + border}px`
}
