import { createCommentVNode } from 'vue'
import type { FunctionalComponent } from 'vue'

/** Stands where a page's first screen ends: the document loads the styles of all that follows here. */
const LaterStyles: FunctionalComponent = () => createCommentVNode('later')
export default LaterStyles
