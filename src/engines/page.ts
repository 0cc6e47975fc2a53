import { promised } from './promise.ts'
import type { Level } from './promise.ts'

/** What each level gives a reader, in words. */
const gives: Record<Level, string> = {
  reading: '读：每一页的版面、图表、表格、来源、打印，都和新的浏览器一样',
  islands: '全部：筛选、搜索、自测、影片和文稿、学习记录、笔记、学习包、显示设置',
}

/** The handbook's page of browsers. */
export function browsersPage(): string {
  const rows = Object.entries(promised).map(
    ([level, { chrome, safari, firefox }]) =>
      // The record has every level for its keys.
      `| ${gives[level as Level]} | ${chrome} | ${safari} | ${firefox} |`,
  )
  return `# 浏览器

这一页由\`npm run handbook\`从\`src/engines/promise.ts\`生成，请不要手工修改。样式和脚本编译成什么样、补哪些方法、构建完查什么，读的都是那一份。

## 读者要用多新的浏览器

| 能做什么 | Chromium | iPhone和Safari | Firefox |
| --- | --- | --- | --- |
${rows.join('\n')}

数字是最早的版本。Chromium是大多数浏览器的内核，换成读者的说法：

| 读者用的 | 内核 | 怎么样 |
| --- | --- | --- |
| 安卓上的微信 | 随微信和系统更新，大致是Chromium 66到107以上 | ${promised.islands.chrome}以上全部能用；更旧的能读，按钮能用才出现 |
| iPhone上的微信和Safari | 系统自带，iOS ${promised.islands.safari}以上 | 全部能用；全屏时由系统的播放器接管 |
| 360安全浏览器、360极速浏览器 | 大致是Chromium 69到108 | 同上，按版本 |
| QQ、UC、华为浏览器 | Chromium，版本不一 | 同上，按版本 |
| 电脑上的Chrome、Edge、Firefox | 近几年的都可以 | 全部能用 |

## 旧浏览器里有什么不同

- 模块脚本运行不了的浏览器，看到的是没有脚本的页面：内容齐全，没有按不动的按钮；搜索页说明不能站内搜，下面列着全部栏目。
- 没有\`dialog\`的浏览器（Safari 15.4以前、Firefox 98以前），“搜索”打开搜索页，不弹出框；写笔记的框照样有。
- Worker不能是模块的，或语言的方法不够新的（Chromium 92以前、Safari 15.4以前、Firefox 114以前），查询在页面自己的线程里做，结果一样。
- 页上哪一部分没有载入，正文里的按钮就不出现，页头的显示设置照常能用。
- 复制不了的浏览器，把链接显示出来让读者长按；空的链接从不给出来。

## 怎样保证

构建完，每一个样式和脚本都照MDN的浏览器支持数据核对一遍，用了承诺的浏览器没有的写法，构建就失败，并说明是什么、从哪个版本才有。确实可以没有的，连同理由记在\`src/engines/allowed.ts\`和\`src/engines/styles.ts\`。

\`\`\`sh
npm run test:engines               # 全部：Chromium 70、80、86、92、109和今天的，Firefox，WebKit
npm run test:engines -- --short    # npm test里的那几样
npm run test:engines -- --only c80,firefox --pictures 样子
\`\`\`

旧的Chromium从npm仓库下载，放在\`.vitepress/cache/engines\`；Firefox和WebKit用Debian的包（\`firefox-esr\`、\`webkit2gtk-driver\`、\`gstreamer1.0-libav\`、\`xvfb\`）。没有的会说一声，跳过去。

有的浏览器没有影片用的H.264（例如没装\`gstreamer1.0-libav\`的WebKitGTK）：影片页不给播放按钮，说一句“这个浏览器放不了这段影片，可以读这一页的文稿”，附上视频文件的链接。

没有试过的：真的微信、QQ、UC、360，真的iPhone，以及Safari ${promised.reading.safari}和Firefox ${promised.reading.firefox}本身。WebKitGTK和iPhone是同一个引擎，但不是同一个版本。
`
}
