import { portalOf } from '../.vitepress/portal.ts'

/** One route a page of the site map; in development an edit in the content reads everything anew. */
export default {
  watch: portalOf().watched,
  // VitePress lists the watched files after each edit, for nothing here: it need not go down for it.
  options: { globOptions: { deep: 1 } },
  paths() {
    const { pages, revision } = portalOf().reload()
    return pages.map(({ path }) => ({ params: { path, revision } }))
  },
}
