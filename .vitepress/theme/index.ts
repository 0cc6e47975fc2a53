import type { Theme } from 'vitepress'
import icon from './assets/icon.svg?url&no-inline'
import Layout from './Layout.vue'
import front from './styles/front.css?url&no-inline'
import './styles/index.css'
import opening from './styles/opening.css?url&no-inline'
import text from './styles/text.css?url&no-inline'

/** The document's head names these files; being part of the theme makes VitePress emit them. */
const named = { icon, front, opening, text }

export default { Layout, ...named } satisfies Theme & typeof named
