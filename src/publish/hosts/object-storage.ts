import { compressible, mediaTypes, securityHeaders, strictTransport } from '../policy.ts'

/** How to publish on 阿里云 OSS and 腾讯云 COS behind a CDN, as a section of the handbook. */
export function objectStorage(): string {
  return `对象存储没有目录首页（首页除外），也不改写地址。潮头的链接都写全了文件名，所以能直接用。

1. 打开静态网站托管：默认首页\`index.html\`，默认404页\`404.html\`，错误响应码选404，“子目录首页”开不开都行。
2. 绑定自己的域名。用存储自带的域名访问时，有的服务会让浏览器下载HTML，而不是打开。
3. 上传，用\`npm run upload\`，写法见[运维](/handbook/operating.html)。次序、类型和缓存时间它都管好。
4. 在CDN上设响应头：存储只能设\`Cache-Control\`和\`Content-Type\`，其余的要在CDN上加。
5. 刷新CDN上没有散列的地址：用\`npm run diff -- 旧目录 新目录 --format changed\`列出变了的文件。

CDN上“自定义HTTP响应头”加这些（名称和值逐个照抄）：

\`\`\`text
${[...securityHeaders, strictTransport].map(([name, value]) => `${name}: ${value}`).join('\n')}
\`\`\`

“缓存过期时间”选“遵循源站”：上传时每个文件的\`Cache-Control\`已经写好。

“智能压缩”或“Brotli压缩”打开，类型包括：${[...new Set(compressible.map((ending) => mediaTypes[ending]))].join('、')}。范围请求（Range回源）要打开，视频才能拖动。`
}
