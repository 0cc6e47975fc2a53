import type { Library } from '../content/library.ts'
import { feeds } from './feeds/feeds.ts'
import { headersFile } from './hosts/headers-file.ts'
import { llmsTxt } from './llms.ts'
import { lookFiles } from './look.ts'
import { openData } from './open-data/open-data.ts'
import { adminPolicy } from './policy.ts'
import type { PublishedFile, PublishedPage } from './published.ts'
import { robots } from './robots.ts'
import { securityTxt } from './security-txt.ts'
import { sitemap } from './sitemap.ts'
import { webManifest } from './web-manifest.ts'
import { withdrawnFile, withdrawnOf, serializeTombstones } from './withdrawn.ts'

/** Every text file that leaves beside the pages: for feed readers, search engines, hosts and others. */
export function* publishedFiles(
  library: Library,
  pages: readonly PublishedPage[],
): Generator<PublishedFile> {
  const { base, admin } = library.site
  yield* feeds(library)
  yield* sitemap(library, pages)
  yield* openData(library)
  yield { path: withdrawnFile, content: serializeTombstones(withdrawnOf(library)) }
  yield { path: 'robots.txt', content: robots(library) }
  yield { path: 'llms.txt', content: llmsTxt(library) }
  yield* lookFiles(library.site)
  yield { path: 'manifest.webmanifest', content: webManifest(library) }
  yield { path: '_headers', content: headersFile(base, admin && adminPolicy(admin)) }
  const security = securityTxt(library)
  if (security) yield { path: '.well-known/security.txt', content: security }
}
