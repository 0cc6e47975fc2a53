/** What a page may load and run: its own files, and nothing else. Source: security-model of the portal. */
const directives: readonly (readonly [name: string, ...values: string[]])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'", 'data:'],
  ['media-src', "'self'"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
  ['frame-ancestors', "'none'"],
  ['require-trusted-types-for', "'script'"],
]

export const contentSecurityPolicy = written(directives)

/**
 * What `/admin/` may do besides: its CMS makes styles as it runs, shows pictures from the opened
 * folder as blobs, and talks to the repository's host. It is off unless `site.yaml` turns it on.
 */
export function adminPolicy(hosts: readonly string[]): string {
  const more: Record<string, string[]> = {
    'style-src': ["'unsafe-inline'"],
    'img-src': ['blob:', ...hosts],
    'media-src': ['blob:'],
    'connect-src': ['blob:', 'data:', ...hosts],
    'worker-src': ['blob:'],
  }
  return written(
    directives
      .filter(([name]) => name !== 'require-trusted-types-for')
      .map(([name, ...values]) => [name, ...values, ...(more[name] ?? [])]),
  )
}

function written(list: readonly (readonly string[])[]): string {
  return list.map((directive) => directive.join(' ')).join('; ')
}

/** Headers every response carries; a file named by its content hash may be kept for a year. */
export function headersFor(path: string): Record<string, string> {
  return {
    'Content-Security-Policy': /^\/admin\//.test(path) ? adminPolicy([]) : contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': /\/assets\/|\/search\/.+-[0-9a-f]{8,}\./.test(path)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
  }
}
