import { portalOf } from '../.vitepress/portal.ts'

/** One route a page of the site map; in development an edit in the content reads everything anew. */
export default {
  watch: portalOf().watched,
  paths() {
    const { pages, revision } = portalOf().reload()
    return pages.map(({ path }) => ({ params: { path, revision } }))
  },
}
