import { useData } from 'vitepress'
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { Chrome } from '../../src/pages/chrome.ts'
import type { View } from '../../src/pages/page.ts'

/** What the configuration attaches to VitePress's page data. */
export interface PortalPageData {
  chrome: Chrome
  view: View
}

/** The current page as plain data; absent where development has no such page. */
export function usePortalPage(): ComputedRef<(PortalPageData & { key: string }) | undefined> {
  const { page } = useData()
  return computed(() => {
    // `transformPageData` in config.ts puts this on every page of the site map.
    const { portal } = page.value as unknown as { portal?: PortalPageData }
    return portal && { ...portal, key: page.value.relativePath }
  })
}
