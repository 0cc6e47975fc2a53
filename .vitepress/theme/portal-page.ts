import { useData } from 'vitepress'
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { Chrome } from '../../src/pages/chrome.ts'
import type { Link } from '../../src/pages/links.ts'
import type { View } from '../../src/pages/site-map.ts'

/** What the configuration attaches to VitePress's page data. */
export interface PortalPageData {
  chrome: Chrome
  /** Absent for the handbook, whose pages VitePress renders itself. */
  view?: View
  crumbs: Link[]
}

/** The current page as plain data. */
export function usePortalPage(): ComputedRef<PortalPageData & { key: string; title: string }> {
  const { page } = useData()
  return computed(() => {
    // `transformPageData` in config.ts puts this on every page.
    const { portal } = page.value as unknown as { portal: PortalPageData }
    return { ...portal, key: page.value.relativePath, title: page.value.title }
  })
}
