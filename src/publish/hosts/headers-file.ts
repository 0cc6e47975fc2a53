import { caching, fileKinds } from '../file-kinds.ts'
import { securityHeaders, strictTransport } from '../policy.ts'

/**
 * `_headers` as Netlify and Cloudflare Pages read it. Rules that match add up there, so that only
 * what is immutable is given a lifetime: everything else these hosts revalidate by themselves.
 * Source: https://developers.cloudflare.com/pages/configuration/headers/
 */
export function headersFile(base: string, admin?: string): string {
  const lines = [
    `${base}*`,
    ...[...securityHeaders, strictTransport].map(([name, value]) => `  ${name}: ${value}`),
    ...immutableFolders().flatMap((folder) => [
      '',
      `${base}${folder}/*`,
      `  Cache-Control: ${caching.immutable}`,
    ]),
    // A line with `!` takes a header away again; without it the strict policy would hold as well.
    ...(admin
      ? ['', `${base}admin/*`, '  ! Content-Security-Policy', `  Content-Security-Policy: ${admin}`]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

/** Folders in which every file is immutable. */
export function immutableFolders(): string[] {
  return fileKinds.flatMap(({ lifetime, folder }) =>
    lifetime === 'immutable' && folder ? [folder] : [],
  )
}
