import {
  caching,
  compressible,
  contentSecurityPolicy,
  immutablePattern,
  mediaTypes,
  securityHeaders,
  strictTransport,
} from '../policy.ts'

/** Where a portal is served from, as an operator fills it in. */
export interface Place {
  /** Host name. */
  name: string
  /** Folder that holds the output of `npm run build`; under a base, the folder the base begins in. */
  root: string
  /** Path the portal is deployed under: `/` or `/a/b/`. */
  base: string
  /** nginx's `listen`, with `ssl` where it has the certificate. */
  listen?: string
  /** Serve `.br` files made beforehand; needs nginx's brotli module. */
  brotli?: boolean
  /** Content policy of `/admin/`, where the browser editor is on. */
  admin?: string
}

/** A server for nginx, to be included in its `http` block. */
export function nginxConfig({
  name,
  root,
  base,
  listen = '80',
  brotli = false,
  admin,
}: Place): string {
  const overHttps = /\bssl\b/.test(listen)
  const headers = overHttps ? [...securityHeaders, strictTransport] : securityHeaders
  return `${admin ? policyMap(base, admin) : ''}map $uri $portal_cache {
  default "${caching.revalidated}";
  "~${immutablePattern}" "${caching.immutable}";
}

server {
  listen ${listen};
  server_name ${name};
  server_tokens off;
  root ${root};
  index index.html;
  error_page 404 ${base}404.html;
  # 地址不写完时，补上斜杠，用读者访问的主机名和端口。
  absolute_redirect off;

  types {
${types().join('\n')}
  }
  charset utf-8;
  charset_types ${texts().join(' ')};

  # 预先压缩好的文件（npm run build -- --compress）优先，没有时当场压缩。
  gzip_static on;
${brotli ? '  brotli_static on;\n' : ''}  gzip on;
  gzip_vary on;
  gzip_proxied any;
  gzip_min_length 256;
  gzip_types ${packed().join(' ')};

${headers.map(([header, value]) => `  add_header ${header} ${admin && value === contentSecurityPolicy ? '$portal_policy' : `"${value}"`} always;`).join('\n')}
  add_header Cache-Control $portal_cache always;

  location / {
    limit_except GET { deny all; }
  }
}
`
}

/** A server that sends readers who come without encryption to the one that has it. */
export function nginxRedirect(name: string, listen = '80'): string {
  return `server {
  listen ${listen};
  server_name ${name};
  server_tokens off;
  return 301 https://$host$request_uri;
}
`
}

/** Lines before the server: one policy for the editor, the strict one for everything else. */
export function policyMap(base: string, admin: string): string {
  return `map $uri $portal_policy {
  default "${contentSecurityPolicy}";
  "~^${base}admin/" "${admin}";
}

`
}

function types(): string[] {
  const endings = new Map<string, string[]>()
  for (const [ending, type] of Object.entries(mediaTypes))
    endings.set(type, [...(endings.get(type) ?? []), ending])
  return [...endings].map(([type, names]) => `    ${type} ${names.join(' ')};`)
}

/** nginx always treats HTML as text, and complains when told so. */
function texts(): string[] {
  return typesOf(['css', 'js', 'json', 'xml', 'txt', 'csv', 'vtt', 'svg', 'webmanifest'])
}

function packed(): string[] {
  return typesOf(compressible).filter((type) => type !== 'text/html')
}

function typesOf(endings: readonly string[]): string[] {
  return [...new Set(endings.flatMap((ending) => mediaTypes[ending] ?? []))]
}
