import { h } from 'vue'
import type { FunctionalComponent } from 'vue'
import { icons } from '../../../theme/components/icons.ts'
import type { IconName } from '../../../theme/components/icons.ts'

/** `Icon.vue` for components that the browser compiles. */
export const Icon: FunctionalComponent<{ name: IconName }> = ({ name }) =>
  h(
    'svg',
    { class: 'i', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    h('path', { d: icons[name] }),
  )
Icon.props = ['name']
