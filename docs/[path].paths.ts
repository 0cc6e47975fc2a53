import { portalOf } from '../.vitepress/portal.ts'

/** One route a page of the site map; in development `builder/serve` answers before VitePress would. */
export default {
  paths() {
    if (process.env.NODE_ENV !== 'production') return []
    return portalOf().pages.map(({ path }) => ({ params: { path } }))
  },
}
