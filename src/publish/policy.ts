import { createHash } from 'node:crypto'
import type { RepositoryBackend, Site } from '../model/site.ts'
import { caching, fileKindOf } from './file-kinds.ts'

/**
 * Pages that a browser may fetch before a link to them is followed, as a finger or a pointer is on it; it does
 * so for nobody who saves data. Of other sites nothing is asked before a reader goes there. Source: https://wicg.github.io/nav-speculation/speculation-rules.html
 */
const speculation = JSON.stringify({
  prefetch: [
    {
      where: { selector_matches: "a[href*='.html']:not([href*='//'])" },
      eagerness: 'moderate',
    },
  ],
})

/** They stand in every page, and are let in by their hash: without it a link is followed as ever. */
export const speculationTag = `<script type="speculationrules">${speculation}</script>`
const speculationHash = `'sha256-${createHash('sha256').update(speculation).digest('base64')}'`

/** What a page may load and run: its own files, and nothing else. Source: security-model of the portal. */
const directives: readonly (readonly [name: string, ...values: string[]])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'", speculationHash],
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

/**
 * What `/admin/` may do besides: its CMS makes styles as it runs, shows pictures from the opened
 * folder as blobs, and talks to the repository's host. It is off unless `site.yaml` turns it on.
 */
export function adminPolicy({ backend }: NonNullable<Site['admin']> = {}): string {
  const hosts = backend ? repositoryHosts(backend) : []
  const more: Record<string, string[]> = {
    'style-src': ["'unsafe-inline'"],
    'img-src': ['blob:', ...hosts],
    'media-src': ['blob:'],
    'connect-src': ['blob:', 'data:', ...hosts],
    'worker-src': ['blob:'],
  }
  return serializePolicy(
    directives
      .filter(([name]) => name !== 'require-trusted-types-for')
      .map(([name, ...values]) => [name, ...values, ...(more[name] ?? [])]),
  )
}

/** Origins that the CMS asks for the repository: the platform's own unless an address is given. */
function repositoryHosts({ name, base_url, api_root }: RepositoryBackend): string[] {
  const given = [base_url, api_root].flatMap((url) => (url ? [new URL(url).origin] : []))
  const own = {
    github: ['https://api.github.com', 'https://avatars.githubusercontent.com'],
    gitlab: ['https://gitlab.com'],
    gitea: ['https://gitea.com'],
  }
  return [...new Set(api_root ? given : [...own[name], ...given])]
}

/** Directives a browser ignores, with a complaint, in a `<meta>` element. Source: CSP Level 3, 3.3. */
const headerOnly = new Set(['frame-ancestors'])

export const contentSecurityPolicy = serializePolicy(directives)

/** The same policy for a `<meta>` element, so that it holds where a host sets no headers. */
export const metaPolicy = serializePolicy(directives.filter(([name]) => !headerOnly.has(name)))

function serializePolicy(list: readonly (readonly string[])[]): string {
  return list.map((directive) => directive.join(' ')).join('; ')
}

/** Headers every response carries, in the order the hosts' files list them. */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', contentSecurityPolicy],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
]

/** Two years, as the preload list asks; only over HTTPS, where a browser heeds it. */
export const strictTransport = ['Strict-Transport-Security', 'max-age=63072000'] as const

/** Headers of one response, by its path below the base; `admin` is the policy of `/admin/` where it is on. */
export function headersFor(path: string, admin?: string): Record<string, string> {
  const isAdmin = admin !== undefined && path.startsWith('/admin/')
  return {
    ...Object.fromEntries(securityHeaders),
    ...(isAdmin ? { 'Content-Security-Policy': admin } : {}),
    'Cache-Control': caching[fileKindOf(path).lifetime],
  }
}

/** Types by ending, where a host or Node has to be told; text is UTF-8 throughout. */
export const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
  csv: 'text/csv',
  vtt: 'text/vtt',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  pdf: 'application/pdf',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  bin: 'application/octet-stream',
}

/** Types worth compressing on the way or beforehand; images and films are compressed already. */
export const compressible = [
  'html',
  'css',
  'js',
  'json',
  'xml',
  'txt',
  'csv',
  'vtt',
  'svg',
  'webmanifest',
  'bin',
]

/** The type of a file by its ending, with its encoding where it is text. */
export function contentTypeOf(path: string): string {
  const type = mediaTypes[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream'
  return /^text\/|json$|xml$/.test(type) ? `${type}; charset=utf-8` : type
}
