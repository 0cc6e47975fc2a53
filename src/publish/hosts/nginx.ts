import { caching, escaped, hiddenAddresses, immutablePattern } from '../file-kinds.ts'
import {
  compressible,
  contentSecurityPolicy,
  mediaTypes,
  securityHeaders,
  strictTransport,
} from '../policy.ts'

/** Where a portal is served from, as an operator fills it in. */
export interface NginxPlace {
  /** Host name. */
  name: string
  /** Folder that holds the output of `npm run build`, whatever the base: a release's `current`. */
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

/** A server for nginx that holds nothing but the portal, to be included in its `http` block. */
export function nginxConfig(place: NginxPlace): string {
  const { name, listen = '80' } = place
  return `${nginxMaps(place)}
server {
  listen ${listen};
  server_name ${name};
  server_tokens off;

${indented(nginxLocation(place))}}
`
}

/** What stands in the `http` block, outside of any server: which files have which lifetime and policy. */
export function nginxMaps({ base, admin }: Pick<NginxPlace, 'base' | 'admin'>): string {
  const policy = admin ? `\n${policyMap(base, admin)}` : ''
  return `map $uri $${variableOf(base)}_cache {
  default "${caching.revalidated}";
  "~${immutablePattern(base)}" "${caching.immutable}";
}
${policy}`
}

/** The portal alone, to stand in a `server` that may hold other sites beside it. */
export function nginxLocation(place: NginxPlace): string {
  const { base, root, brotli = false } = place
  return `${nginxShort(base)}location ^~ ${base} {
  ${base === '/' ? `root ${root}` : `alias ${root}/`};
  index index.html;
  # 没有的文件和没有首页的文件夹，都给站点自己的404页。
  error_page 403 404 =404 ${base}404.html;
  # 地址不写完时，补上斜杠，用读者访问的主机名和端口。
  absolute_redirect off;
  if ($request_method !~ ^(GET|HEAD)$) {
    return 405;
  }
${hiddenLocations(base)}
  default_type application/octet-stream;
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

${headerLines(place)}
}
`
}

/** The address of the portal without its last slash. */
function nginxShort(base: string): string {
  const short = base.slice(0, -1)
  return short ? `location = ${short} {\n  absolute_redirect off;\n  return 301 ${base};\n}\n` : ''
}

function hiddenLocations(base: string): string {
  return hiddenAddresses(base)
    .map((address) => `  location = ${address} {\n    return 404;\n  }\n`)
    .join('')
}

function headerLines({ base, listen = '80', admin }: NginxPlace): string {
  const overHttps = /\bssl\b/.test(listen)
  const headers = overHttps ? [...securityHeaders, strictTransport] : securityHeaders
  const valueOf = (value: string) =>
    admin && value === contentSecurityPolicy ? `$${variableOf(base)}_policy` : `"${value}"`
  return [
    ...headers.map(([header, value]) => `  add_header ${header} ${valueOf(value)} always;`),
    `  add_header Cache-Control $${variableOf(base)}_cache always;`,
  ].join('\n')
}

/** Variables of one nginx are shared by all its servers: each base has its own. */
function variableOf(base: string): string {
  return ['portal', ...base.split('/').filter(Boolean)].join('_').replace(/\W/g, '_')
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
  return `map $uri $${variableOf(base)}_policy {
  default "${contentSecurityPolicy}";
  "~^${escaped(base)}admin/" "${admin}";
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

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
