import type { Theme } from 'vitepress'
import iconUrl from './assets/icon.svg?url&no-inline'
import Layout from './Layout.vue'
import './styles/index.css'

/** The document's head names this file; importing it here makes VitePress emit it. */
export const icon = iconUrl

export default { Layout } satisfies Theme
