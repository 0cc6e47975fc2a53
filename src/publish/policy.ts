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

export const contentSecurityPolicy = directives.map((directive) => directive.join(' ')).join('; ')

/** Headers every response carries; a file named by its content hash may be kept for a year. */
export function headersFor(path: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy,
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
