import {
  caching,
  contentSecurityPolicy,
  immutablePattern,
  mediaTypes,
  securityHeaders,
  strictTransport,
} from '../policy.ts'
import type { Place } from './nginx.ts'

/** A site for Caddy. Given a host name and port 443 it fetches a certificate by itself. */
export function caddyfile({ name, root, base, admin }: Omit<Place, 'listen' | 'brotli'>): string {
  const overHttps = !name.startsWith('http://') && !/^:|:(?!443$)\d+$/.test(name)
  const headers = overHttps ? [...securityHeaders, strictTransport] : securityHeaders
  return `(portal_headers) {
  header {
${headers
  .filter(([, value]) => value !== contentSecurityPolicy)
  .map(([header, value]) => `    ${header} "${value}"`)
  .join('\n')}
    -Server
  }
}

${name} {
  root * ${root}
  # 预先压缩好的文件（npm run build -- --compress）优先，没有时当场压缩。
  encode zstd gzip
  file_server {
    precompressed br gzip
  }
  import portal_headers
${policyLines(base, admin)}
  # 出错的回答走另一条路，响应头要再写一次。
  handle_errors {
    import portal_headers
    header Content-Security-Policy "${contentSecurityPolicy}"
    header Content-Type "text/html; charset=utf-8"
    header Cache-Control "${caching.revalidated}"
    rewrite * ${base}404.html
    file_server
  }
${types().join('\n')}
  @hashed path_regexp ${immutablePattern}
  @others not path_regexp ${immutablePattern}
  header @hashed Cache-Control "${caching.immutable}"
  header @others Cache-Control "${caching.revalidated}"
}
`
}

/** The content policy of every page; with a browser editor, two that never meet. */
export function policyLines(base: string, admin?: string): string {
  if (!admin) return `  header Content-Security-Policy "${contentSecurityPolicy}"`
  return `  @editor path ${base}admin/*
  @readers not path ${base}admin/*
  header @editor Content-Security-Policy "${admin}"
  header @readers Content-Security-Policy "${contentSecurityPolicy}"`
}

/** Caddy takes types from the system it runs on; those that some systems lack are said here. */
function types(): string[] {
  const lacking = ['js', 'json', 'xml', 'vtt', 'avif', 'webp', 'csv', 'txt', 'webmanifest', 'bin']
  return lacking.flatMap((ending) => [
    `  @${ending} path *.${ending}`,
    `  header @${ending} Content-Type "${typeOf(ending)}"`,
  ])
}

function typeOf(ending: string): string {
  const type = mediaTypes[ending] ?? ''
  const isText = /^text\/|json$|xml$/.test(type)
  return isText ? `${type}; charset=utf-8` : type
}
