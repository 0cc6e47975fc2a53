import { libraryRule } from '../engine/rule.ts'

export const collectedPortalIsNamed = libraryRule({
  id: 'collected-portal-is-named',
  summary: 'collected/ 里的门户都写在 site.yaml 的 collect 里。',
  severity: 'warning',
  *check({ library: { site, collectedFolders, unsettled } }) {
    if (unsettled.has('collect')) return
    const known = new Set(site.collect.map(({ id }) => id))
    for (const [id, folder] of collectedFolders)
      if (!known.has(id))
        yield {
          file: folder.get('portal.json')?.path ?? `collected/${id}`,
          message: `site.yaml 的 collect 里没有 ${id}，页面上没有它的案例。`,
          hint: `还要收的，在 collect 里写上它；不要了的，删去 collected/${id}。`,
        }
  },
})
