import type { Organization } from 'schema-dts'
import { isPublished } from '../../content/library.ts'
import type { EntryOf, Library } from '../../content/library.ts'
import { addressOf } from '../address.ts'

/** An organisation by its page here. */
export function organizationData(
  library: Library,
  { data, url }: EntryOf<'organizations'>,
): Organization {
  const parent = data.parent ? organizationRef(library, data.parent) : undefined
  return {
    '@type': 'Organization',
    name: data.title,
    description: data.summary,
    url: addressOf(library.site, url),
    ...(data.aliases.length > 0 ? { alternateName: data.aliases } : {}),
    ...(data.founded ? { foundingDate: data.founded } : {}),
    ...(parent ? { parentOrganization: parent } : {}),
  }
}

/** Who publishes the portal: its host, or the portal under its own name. */
export function publisherData({ site }: Library): Organization {
  return {
    '@type': 'Organization',
    name: site.host ?? site.name,
    url: addressOf(site, '/index.html'),
  }
}

export function organizationRef(library: Library, slug: string): Organization | undefined {
  const entry = library.byPath.get(`/organizations/${slug}`)
  if (!entry || !isPublished(entry)) return undefined
  return {
    '@type': 'Organization',
    name: entry.data.title,
    url: addressOf(library.site, entry.url),
  }
}
