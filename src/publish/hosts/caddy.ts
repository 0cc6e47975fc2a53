import { caching, hiddenAddresses, immutablePattern } from '../file-kinds.ts'
import {
  contentSecurityPolicy,
  contentTypeOf,
  securityHeaders,
  strictTransport,
} from '../policy.ts'
import type { NginxPlace } from './nginx.ts'

/**
 * A site for Caddy; under a base, other sites may stand beside the portal in the same block. Given a host
 * name and port 443 it fetches a certificate by itself.
 */
export function caddyfile({
  name,
  root,
  base,
  admin,
}: Omit<NginxPlace, 'listen' | 'brotli'>): string {
  const overHttps = !name.startsWith('http://') && !/^:|:(?!443$)\d+$/.test(name)
  return `${headerSnippet(overHttps)}
${name} {
${base === '/' ? '' : `  redir ${base.slice(0, -1)} ${base}\n`}  # 没有的文件和没有首页的文件夹，都给站点自己的404页；响应头要再写一次。
  handle_errors {
    handle ${base}* {
      root * ${root}
      import portal_headers
      header Content-Security-Policy "${contentSecurityPolicy}"
      header Content-Type "text/html; charset=utf-8"
      header Cache-Control "${caching.revalidated}"
      rewrite * /404.html
      file_server
    }
  }
  handle ${base}* {
    root * ${root}
${hiddenLines()}
    import portal_headers
${policyLines(base, admin)}
    @hashed path_regexp ${immutablePattern(base)}
    @others not path_regexp ${immutablePattern(base)}
    header @hashed Cache-Control "${caching.immutable}"
    header @others Cache-Control "${caching.revalidated}"
${types().join('\n')}
${base === '/' ? '' : `    uri strip_prefix ${base.slice(0, -1)}\n`}    # 预先压缩好的文件（npm run build -- --compress）优先，没有时当场压缩。
    encode zstd gzip
    file_server {
      precompressed br gzip
    }
  }
}
`
}

function headerSnippet(overHttps: boolean): string {
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
`
}

/** Caddy refuses after it has taken the base away, whatever the order of lines. */
function hiddenLines(): string {
  return `    @hidden path ${hiddenAddresses('/').join(' ')}\n    error @hidden 404
    @unread not method GET HEAD
    error @unread 405`
}

/** The content policy of every page; with a browser editor, two that never meet. */
export function policyLines(base: string, admin?: string): string {
  if (!admin) return `    header Content-Security-Policy "${contentSecurityPolicy}"`
  return `    @editor path ${base}admin/*
    @readers not path ${base}admin/*
    header @editor Content-Security-Policy "${admin}"
    header @readers Content-Security-Policy "${contentSecurityPolicy}"`
}

/** Caddy takes types from the system it runs on; those that some systems lack are said here. */
function types(): string[] {
  const lacking = [
    ...['js', 'json', 'xml', 'vtt', 'avif', 'webp', 'csv', 'txt', 'webmanifest', 'bin'],
    ...['docx', 'pptx', 'woff2'],
  ]
  return lacking.flatMap((ending) => [
    `    @${ending} path *.${ending}`,
    `    header @${ending} Content-Type "${contentTypeOf(`.${ending}`)}"`,
  ])
}
