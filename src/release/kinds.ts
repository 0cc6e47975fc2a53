/** What kind of file stands at a path of an output. */
interface Kind {
  label: string
  /** Why it differs when texts of editors differ whose pages it names. */
  shows?: string
  fits: RegExp
}

/** In the order in which they are listed; the first that fits holds. */
export const kinds = [
  { label: '程序和样式', fits: /^assets\// },
  { label: '分享图', fits: /^share\// },
  { label: '检索的目录', fits: /^search\/manifest\.json/ },
  { label: '检索的分片', fits: /^search\// },
  { label: '图片、视频和字幕', fits: /^media\/|\.(mp4|m4a|vtt|jpe?g|png|webp|avif)$/ },
  { label: '订阅', fits: /^feeds?[/.]/, shows: '里面的条目变了' },
  { label: '站点地图', fits: /^sitemap/, shows: '里面的条目增减了，或改了更新日期' },
  { label: '案例的全文', fits: /^data\/texts\//, shows: '里面的案例变了' },
  { label: '开放数据', fits: /^data\/[^/]+\.(json|csv)$/, shows: '里面的来源、事实或案例变了' },
  { label: '数读', fits: /^data(\/|\.html)/, shows: '引用这些事实的条目变了' },
  { label: '竞赛的题目', fits: /^quiz\//, shows: '里面的自测题变了' },
  { label: '给语言模型的目录', fits: /^llms\.txt$/, shows: '里面的条目变了' },
  { label: '图表的表格和影片的文稿', fits: /^(charts\/.*\.csv|videos\/.*\.txt)$/ },
  { label: '手册', fits: /^handbook\// },
  {
    label: '首页和列表',
    fits: /(^|\/)index(-\d+)?\.html|^(cases|videos|people)\/\w+\/|^(search|pack|measures|places|timeline|compare|meetings|contest|minutes|slides|study|updates)\.html/,
    shows: '列出的条目变了',
  },
  { label: '条目的页面', fits: /\.html$/, shows: '它推荐、列出或提到的条目变了' },
  { label: '其他', fits: /./ },
] as const satisfies readonly Kind[]

export type KindLabel = (typeof kinds)[number]['label']

export function kindOf(path: string): Kind & { label: KindLabel } {
  return kinds.find(({ fits }) => fits.test(path)) ?? { label: '其他', fits: /./ }
}
