import { describe, expect, it } from 'vitest'
import { tinyPng } from '../src/rules/handbook/media.ts'
import { bodyOf, errorsOf, faultOf, imported, lostFrom, reported } from './importing.ts'

const prose =
  '支部每月办一期课堂，党员自己备课、自己讲，社区的居民也来听，先后办了12期，听课的有300余人。'

/** A saved article of a public account, as its page is built. */
const article = (body: string) => `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta property="og:title" content="把公益课堂开进社区"><meta property="og:site_name" content="微信公众平台">
<meta property="og:url" content="http://mp.weixin.qq.com/s?__biz=MzA&amp;mid=26&amp;idx=1&amp;sn=ab&amp;chksm=cd&amp;scene=27#rd">
<title></title><script>var nickname = htmlDecode("示例支部"); var ct = "1710201600"; var msg_source_url = 'https://example.org/a';</script></head>
<body id="activity-detail"><h1 class="rich_media_title" id="activity-name">把公益课堂开进社区</h1>
<span class="rich_media_meta">原创</span><a id="js_name">示例支部</a><em id="publish_time">2024-03-12 08:00</em>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">${body}</div>
<div id="js_toobar3">阅读 <span id="readNum3">1024</span></div><div>轻触阅读原文</div></body></html>`

describe('the heading of a page', () => {
  const page = (head: string, body: string) =>
    `<html><head>${head}</head><body>${body}<div><p>${prose}</p><p>${prose}</p></div></body></html>`

  it('is the line that its title names, and not the name of the site or of the section', async () => {
    const title = '<title>把公益课堂开进社区_示例市人民政府</title>'
    const draft = await imported(
      page(
        title,
        '<h1>示例市人民政府网站</h1><h1></h1><ul><li>把公益课堂</li></ul><div class="t">把公益课堂开进社区</div><p>来源：<span>|</span> 发布时间：2024-03-12</p>',
      ),
      '.html',
    )
    expect(draft.title).toBe('把公益课堂开进社区')
    expect(draft.source.text).toContain('published: 2024-03-12\n')
    expect(draft.source.text).not.toContain('publisher: "|"')
  })

  it('stands above a source without the buttons beside it', async () => {
    const draft = await imported(
      page('<title>题目_网站</title>', '<h1>题目</h1><p>2024-03-12 来源：示例日报 举报</p>'),
      '.html',
    )
    expect(draft.source.text).toContain('publisher: 示例日报\n')
  })
})

describe('an article of a public account', () => {
  it('is its own text, with the account as publisher', async () => {
    const draft = await imported(article(`<section><p>${prose}</p></section>`), '.html')
    expect(draft.title).toBe('把公益课堂开进社区')
    expect(draft.source.text).toContain('publisher: 示例支部\n')
    expect(draft.source.text).toContain('published: 2024-03-12\n')
    expect(draft.source.text).toContain(
      'url: https://mp.weixin.qq.com/s?__biz=MzA&mid=26&idx=1&sn=ab\n',
    )
    expect(bodyOf(draft)).not.toMatch(/阅读|原创|1024/)
    expect(reported(draft)).toContain('“阅读原文”指向 https://example.org/a')
    expect(reported(draft)).toMatch(/文章以外的\d+段文字.*阅读 1024/s)
    expect(errorsOf(draft)).toEqual([])
  })

  it('cites the figures of its sentences', async () => {
    const draft = await imported(article(`<p>${prose}</p>`), '.html')
    expect(bodyOf(draft)).toMatch(/12期\[\^demo-f01\]，听课的有300余人\[\^demo-f02\]/)
    expect(reported(draft)).toContain('正文里已经标了2处引用')
  })

  it('drops what nobody sees, and counts it', async () => {
    const hidden = [
      '<span style="font-size:0px">水印甲</span>',
      '<span style="color:transparent;">水印乙</span>',
      '<p style="display:none">水印丙</p>',
      '<section style="height:0;overflow:hidden">水印丁</section>',
    ]
    const shown =
      '<section style="font-size:0"><span style="font-size:15px">看得见</span></section>'
    const draft = await imported(article(`<p>${prose}</p>${hidden.join('')}${shown}`), '.html')
    expect(bodyOf(draft)).not.toContain('水印')
    expect(bodyOf(draft)).toContain('看得见')
    expect(reported(draft)).toContain(
      '页面上看不见的4处文字没有放进草稿。水印甲\n水印乙\n水印丙\n水印丁',
    )
    expect(reported(draft)).not.toContain('这一段没有放进草稿')
  })

  it('takes pictures from the saved folder, and gives the address of the others', async () => {
    const files: Record<string, Uint8Array> = {
      '课堂_files/640.png': tinyPng(600, 400),
      '课堂_files/line.png': tinyPng(30, 2),
    }
    const html = article(`<p>${prose}</p>
      <p><img data-src="https://mmbiz.qpic.cn/a/640" src="./%E8%AF%BE%E5%A0%82_files/640.png" alt="图片"></p>
      <p><img src="课堂_files/line.png"></p>
      <p><img data-src="https://mmbiz.qpic.cn/b/640?wx_fmt=jpeg" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></p>`)
    const draft = await imported(html, '.html', { beside: (path) => files[path] })
    expect(draft.pictures.map(({ path }) => path)).toEqual(['content/media/demo/image-1.png'])
    expect(reported(draft)).toContain('600×400 像素')
    expect(reported(draft)).toContain('https://mmbiz.qpic.cn/b/640?wx_fmt=jpeg')
    expect(reported(draft)).toContain('1张不到 40 像素的小图像')
  })

  it('names films, cards and advertisements', async () => {
    const draft = await imported(
      article(`<p>${prose}</p><mp-common-videosnap data-desc="课堂一分钟" data-nickname="示例支部"></mp-common-videosnap>
        <iframe class="video_iframe" data-src="https://v.qq.com/txp/iframe/player.html?vid=a"></iframe>
        <mp-common-profile data-nickname="示例名片"></mp-common-profile><mpvoice name="录音"></mpvoice>
        <svg><text>图形里的字</text></svg>`),
      '.html',
    )
    expect(reported(draft)).toMatch(
      /视频没有放进草稿.*共2个。课堂一分钟，示例支部\nhttps:\/\/v\.qq\.com/,
    )
    expect(reported(draft)).toMatch(/名片、小程序、商品和广告没有放进草稿，共1个。示例名片/)
    expect(reported(draft)).toContain('音频没有放进草稿，共1个。')
    expect(reported(draft)).toContain('图形里的1处文字没有放进草稿。图形里的字')
  })

  it('joins ornamental numbers to their headings, and keeps raised digits raised', async () => {
    const draft = await imported(
      article(`<section><strong>01</strong></section><section><p><span style="color:#c00">工作背景</span></p></section>
        <p>${prose}</p><section>PART 02</section><p>主要做法</p><p>场地60m<sup>2</sup>，办了12<sup>3</sup>期。</p>`),
      '.html',
    )
    expect(bodyOf(draft).match(/^## .*/gm)).toEqual(['## 工作背景', '## 主要做法', '## 工作成效'])
    expect(bodyOf(draft)).toContain('场地60m²，办了12³期')
    expect(draft.source.text).not.toContain('123')
    expect(lostFrom(draft)).toEqual([])
  })

  it('that is not there is said in one sentence', async () => {
    const page =
      '<html><body id="activity-detail"><div>环境异常，完成验证后即可继续访问</div></body></html>'
    expect(await faultOf(page, '.html')).toMatch(/^这是微信的页面，但是里面没有文章的正文/)
    expect(await faultOf('From: <Saved by Blink>\nMIME-Version: 1.0\n', '.mht')).toMatch(
      /另存为“网页，全部”/,
    )
  })
})

describe('tables of a page', () => {
  const page = (table: string) =>
    `<html><body><h1>课堂</h1><div><p>${prose}</p>${table}</div></body></html>`

  it('keep cells over rows and columns in their columns', async () => {
    const draft = await imported(
      page(`<table><tr><td rowspan="2">支部</td><td colspan="2">2024年</td></tr>
        <tr><td>党员数</td><td>活动数</td></tr><tr><td>一支部</td><td>12</td><td>3</td></tr></table>`),
      '.html',
    )
    expect(bodyOf(draft)).toContain(
      '| 支部 | 2024年 |  |\n| --- | --- | --- |\n|  | 党员数 | 活动数 |\n| 一支部 | 12 | 3 |',
    )
    expect(reported(draft)).toContain('表格里有2处合并的单元格')
  })

  it('inside tables are written once', async () => {
    const draft = await imported(
      page(
        '<table><tr><td>外<table><tr><td>内甲</td><td>内乙</td></tr></table></td><td>右</td></tr></table>',
      ),
      '.html',
    )
    expect(bodyOf(draft).split('内甲')).toHaveLength(2)
  })
})

/** Pages built as the large sites build theirs: the article in a container of its own, the rest around it. */
const sites: Record<string, [page: string, source: string[]]> = {
  'a government site': [
    `<html><head><meta name="firstpublishedtime" content="2024-03-12-21:50:00"><title>关于办好公益课堂的通知_部门文件_示例网</title></head><body>
    <div class="header"><a href="/">首页</a> | <a href="/l">登录</a></div><div class="article oneColumn"><h1 id="ti">关于办好公益课堂的通知</h1>
    <div class="pages-date">2024-03-12 21:50 <span class="font">来源： 示例社</span> <span>字体：默认 大 超大 | 打印</span></div>
    <div class="pages_content" id="UCAP-CONTENT"><div class="trs_editor_view"><p>${prose}</p><p>第二段${prose}</p></div></div>
    <div class="editor">责任编辑：某某</div></div><div class="related"><ul><li><a href="a">别的文章，很长的一个题目，也有逗号</a></li></ul></div></body></html>`,
    ['publisher: 示例社\n', 'published: 2024-03-12\n', 'editor: 某某\n'],
  ],
  'a news agency': [
    `<html><head><meta name="publishdate" content="2024-03-12"><title>公益课堂开进社区-示例网</title></head><body>
    <div class="header"><div class="header-time"><span class="year"><em>2024</em></span><span class="day"><em>03</em>/<em>12</em></span></div>
    <h1><span class="title">公益课堂开进社区</span></h1><div class="source">来源：示例网</div></div>
    <div class="main"><div id="detail"><div id="articleEdit">字体：小中大</div><span id="detailContent"><p>${prose}</p><p>第二段${prose}</p></span></div>
    <div class="editor">【责任编辑:某某】</div></div><div class="footer">Copyright 示例网 版权所有，不得转载。</div></body></html>`,
    ['publisher: 示例网\n', 'published: 2024-03-12\n', 'editor: 某某\n'],
  ],
  'a newspaper': [
    `<html><head><meta name="source" content="来源：示例报"><title>公益课堂开进社区--时政--示例网</title></head><body>
    <div class="layout rm_txt cf"><div class="col col-1"><h1>公益课堂开进社区</h1><div class="channel cf"><div class="col-1-1">2024年03月12日08:23 | 来源：<a href="s">示例日报</a></div></div>
    <div class="rm_txt_con cf"><div class="bza"><span></span></div><div id="rm_txt_zw"><p>${prose}</p><p><script>showPlayer({src:'x.mp4'})</script></p><p>第二段${prose}</p>
    <div class="edit cf">(责编：某某、张某)</div></div></div></div></div><div class="rm_ranking"><a href="b">排行榜里的题目，也有逗号</a></div></body></html>`,
    ['publisher: 示例日报\n', 'published: 2024-03-12\n', 'editor: 某某、张某\n'],
  ],
}

describe.each(Object.entries(sites))('a saved page of %s', (_name, [page, source]) => {
  it('gives its article, and names the rest', async () => {
    const draft = await imported(page, '.html')
    expect(draft.title).toMatch(/^(关于办好公益课堂的通知|公益课堂开进社区)$/)
    for (const line of source) expect(draft.source.text).toContain(line)
    expect(bodyOf(draft)).toContain('第二段支部每月办一期课堂')
    expect(bodyOf(draft)).not.toMatch(/首页|字体|版权|排行榜|别的文章|showPlayer|责编|责任编辑/)
    expect(lostFrom(draft)).toEqual([])
    expect(errorsOf(draft)).toEqual([])
  })
})

it('a page in GBK is read as it is', async () => {
  const ascii = (text: string) => [...new TextEncoder().encode(text)]
  // “镕喆讲。” in GBK, in a page that names its encoding.
  const letters = [0xe9, 0x46, 0x86, 0xb4, 0xbd, 0xb2, 0xa1, 0xa3]
  const open = '<html><head><meta charset="gb2312"></head><body><h1>a page</h1><p>'
  const page = [...ascii(open), ...letters, ...ascii('</p></body></html>')]
  expect(bodyOf(await imported(Uint8Array.from(page), '.html'))).toContain('镕喆讲。')
})
