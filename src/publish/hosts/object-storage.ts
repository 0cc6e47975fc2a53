import { caching, immutablePattern } from '../file-kinds.ts'
import { compressible, mediaTypes, securityHeaders, strictTransport } from '../policy.ts'

/** A folder of files named by their content, and the one that is not. */
const uploads = [
  {
    what: '文件名带散列的，先传',
    folders: ['assets', 'share', 'search'],
    cache: caching.immutable,
  },
  { what: '检索的目录，名字不变', file: 'search/manifest.json', cache: caching.revalidated },
] as const

/** How to publish on 阿里云 OSS and 腾讯云 COS behind a CDN, as a section of the handbook. */
export function objectStorage(): string {
  return `对象存储没有目录首页（首页除外），也不改写地址。潮头的链接都写全了文件名，所以能直接用。

1. 打开静态网站托管：默认首页\`index.html\`，默认404页\`404.html\`，错误响应码选404，“子目录首页”开不开都行。
2. 绑定自己的域名。用存储自带的域名访问时，有的服务会让浏览器下载HTML，而不是打开。
3. 上传。文件名带散列的先传，页面后传，这样新页面出现时它要的文件已经在了。
4. 在CDN上设响应头：存储只能设\`Cache-Control\`和\`Content-Type\`，其余的要在CDN上加。
5. 刷新CDN上没有散列的地址：用\`npm run diff -- 旧目录 新目录 --format changed\`列出变了的文件。

阿里云OSS，用ossutil：

\`\`\`sh
${lines('oss').join('\n')}
\`\`\`

腾讯云COS，用coscli：

\`\`\`sh
${lines('cos').join('\n')}
\`\`\`

\`包名\`换成存储空间（bucket）的名字。两家工具都按扩展名认类型；认不出的按这张表补：${types()}。

CDN上“自定义HTTP响应头”加这些（名称和值逐个照抄）：

\`\`\`text
${[...securityHeaders, strictTransport].map(([name, value]) => `${name}: ${value}`).join('\n')}
\`\`\`

“缓存过期时间”按这两条，次序不能反：

| 规则 | 时间 |
| --- | --- |
| 地址匹配\`${immutablePattern('/').replaceAll('|', '\\|')}\` | 一年，遵循源站 |
| 其余 | 0秒，遵循源站 |

“智能压缩”或“Brotli压缩”打开，类型包括：${[...new Set(compressible.map((ending) => mediaTypes[ending]))].join('、')}。范围请求（Range回源）要打开，视频才能拖动。`
}

function lines(tool: 'oss' | 'cos'): string[] {
  const [first, second] = uploads
  return [
    `# ${first.what}`,
    ...first.folders.map((folder) => upload(tool, `${folder}/`, first.cache)),
    `# ${second.what}`,
    upload(tool, second.file, second.cache),
    '# 其余文件后传；带散列的旧文件留着，正开着旧页面的读者还要用',
    tool === 'oss'
      ? `ossutil cp -r -f -u .vitepress/dist/ oss://包名/ --exclude "assets/*" --exclude "share/*" --exclude "search/*" --meta "Cache-Control:${caching.revalidated}"`
      : `coscli sync .vitepress/dist/ cos://包名/ -r --exclude "^(assets|share|search)/" --meta "Cache-Control:${caching.revalidated}"`,
  ]
}

/** The directory of the search is left out of its folder: it must never be kept for a year. */
function upload(tool: 'oss' | 'cos', path: string, cache: string): string {
  const isFolder = path.endsWith('/')
  const spared = path === 'search/'
  const meta = `--meta "Cache-Control:${cache}"`
  if (tool === 'oss') {
    const how = `${isFolder ? ' -r -f -u' : ' -f'}${spared ? ' --exclude "manifest.json*"' : ''}`
    return `ossutil cp${how} .vitepress/dist/${path} oss://包名/${path} ${meta}`
  }
  const how = `${isFolder ? ' -r' : ''}${spared ? ' --exclude "manifest\\.json"' : ''}`
  return `coscli cp .vitepress/dist/${path} cos://包名/${path}${how} ${meta}`
}

function types(): string {
  return ['webmanifest', 'vtt', 'avif', 'bin']
    .map((ending) => `\`.${ending}\` ${mediaTypes[ending]}`)
    .join('、')
}
