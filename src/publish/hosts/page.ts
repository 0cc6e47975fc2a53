import { caching, fileKinds } from '../file-kinds.ts'
import { adminPolicy, securityHeaders, strictTransport } from '../policy.ts'
import { caddyfile, policyLines } from './caddy.ts'
import { headersFile, immutableFolders } from './headers-file.ts'
import { nginxConfig, nginxLocation, nginxMaps, nginxRedirect, policyMap } from './nginx.ts'
import { objectStorage } from './object-storage.ts'

/** Where the examples of the handbook stand. */
const example = { name: 'portal.example.cn', root: '/srv/chaotou/current', base: '/' }
const below = { ...example, base: '/party/' }

/** The handbook's page of hosts: every file a host reads, from the one policy. */
export function hostsPage(): string {
  return `# 主机

这一页由\`npm run handbook\`从\`src/publish/policy.ts\`和\`src/publish/file-kinds.ts\`生成，请不要手工修改。nginx和Caddy的配置在测试里真的运行过：这一页上的每一段照抄出来，在\`/\`和\`/party/\`下各跑一次，核对类型、范围请求、404、压缩、缓存和响应头；整站再爬一遍。

主机只要做到三件事：

1. 按地址给文件，找不到的返回404和\`404.html\`的内容。
2. 给对类型，文字都是UTF-8。
3. 加上下面的响应头。

目录地址（例如\`/training/\`）给不给\`index.html\`都行：站内链接都写全了文件名。不需要改写地址，也不需要运行程序。

## 响应头

\`\`\`text
${[...securityHeaders, strictTransport].map(([name, value]) => `${name}: ${value}`).join('\n')}
\`\`\`

它们让页面只能加载和运行站点自己的文件；页面里没有内联脚本和内联样式，所以不需要放宽。设不了响应头的主机也能用：每一页的\`meta\`里有同样的内容策略，只少\`frame-ancestors\`一条，浏览器不认写在页面里的这一条。最后一条只给HTTPS的站点。

## 缓存

| 文件 | \`Cache-Control\` | 原因 |
| --- | --- | --- |
${cachingRows()}

按从上到下第一条算。“不变”只认构建用散列命名的文件，从部署路径起对整个地址，所以部署在\`/share/\`、\`/assets/\`下，或图片的文件夹叫这些名字，都不会认错。图片、视频和附件的名字是编辑起的，要能引用、转发、下载，所以名字不带散列，每次核对；没有变的，主机只回一个304，没有内容。

## nginx

放进\`conf.d\`。配好证书以后，\`listen\`改成\`443 ssl\`，再加\`${strictTransport[0]}\`那一条。

\`\`\`nginx
${nginxConfig(example).trimEnd()}
\`\`\`

有了证书，再放一段，把没有加密的访问转过去：

\`\`\`nginx
${nginxRedirect(example.name).trimEnd()}
\`\`\`

装了brotli模块的（Debian：\`apt-get install libnginx-mod-http-brotli-static\`），在\`gzip_static on;\`下面加一行\`brotli_static on;\`。

部署在子路径的（这里是\`/party/\`，构建时写\`--base /party/\`），\`server\`里可以有别的网站。这一段放在\`server\`外面：

\`\`\`nginx
${nginxMaps(below).trimEnd()}
\`\`\`

这几段放进\`server\`：

\`\`\`nginx
${nginxLocation(below).trimEnd()}
\`\`\`

## Caddy

Caddy自己申请证书。

\`\`\`text
${caddyfile(example).trimEnd()}
\`\`\`

部署在\`/party/\`的，同一个网站里别的内容在后面再写\`handle\`：

\`\`\`text
${caddyfile(below).trimEnd()}
\`\`\`

## Netlify和Cloudflare Pages

构建输出里已经有\`_headers\`，上传就生效：

\`\`\`text
${headersFile('/').trimEnd()}
\`\`\`

这两家的规则会叠加，所以只给${immutableFolders()
    .map((folder) => `\`/${folder}/\``)
    .join(
      '和',
    )}写了缓存时间，其余文件它们本来就每次核对。\`_headers\`是给主机看的，主机不把它发给读者。

## 打开了浏览器编辑器的

\`/admin/\`要用放宽一些的内容策略，其余页面不变。连接代码平台的，在\`connect-src\`和\`img-src\`后面补上平台的网址；Cloudflare Pages的\`_headers\`构建时已经写好，Netlify不能对子路径放宽，编辑器请放到别的主机。

nginx：在\`server\`前面加这一段，再把\`Content-Security-Policy\`那一行的值换成\`$portal_policy\`：

\`\`\`nginx
${policyMap('/', adminPolicy()).trimEnd()}
\`\`\`

Caddy：网站里\`header Content-Security-Policy\`那一行换成这四行：

\`\`\`text
${policyLines('/', adminPolicy())}
\`\`\`

## 对象存储和CDN

${objectStorage()}

## GitHub Pages、Gitee Pages一类

不能设响应头，页面里的\`meta\`顶上。部署在子路径的，构建时写\`--base /仓库名/\`。
`
}

function cachingRows(): string {
  return fileKinds
    .filter(({ isHidden }) => !isHidden)
    .map(({ label, lifetime }) => `| ${label} | \`${caching[lifetime]}\` | ${reasons[lifetime]} |`)
    .join('\n')
}

const reasons: Record<keyof typeof caching, string> = {
  immutable: '名字带散列，内容变了名字就变',
  revalidated: '每次向服务器核对，没有变就不再下载',
}
