import { until } from './driver.ts'
import type { Tab } from './driver.ts'
import { pages } from './layouts.ts'
import { contest, projector, record } from './meeting.ts'

/** Where a journey is made. */
export interface Journey {
  tab: Tab
  /** Of the host, without a slash at its end. */
  base: string
}

const q = JSON.stringify
const there = (selector: string) => `!!document.querySelector(${q(selector)})`
const click = (selector: string, index = 0) =>
  `(function(){var e=document.querySelectorAll(${q(selector)})[${index}];if(!e)throw new Error(${q(`没有 ${selector}`)});e.scrollIntoView();e.click();return true})()`
const named = (selector: string, text: string) =>
  `(function(){var a=document.querySelectorAll(${q(selector)});for(var i=0;i<a.length;i++)if(a[i].textContent.replace(/\\s/g,'').indexOf(${q(text)})>=0&&a[i].getClientRects().length)return a[i];throw new Error(${q(`没有按钮 ${text}`)})})()`
const press = (text: string) =>
  `(function(){var e=${named('button', text)};e.scrollIntoView();e.click();return true})()`
const wait = (tab: Tab, name: string, code: string, milliseconds = 8000) =>
  until(name, () => tab.evaluate(code), milliseconds)
const awake = (island: string) => there(`[data-island="${island}"][data-awake]`)

/** Narrow a list, and find it narrowed after a reload. */
async function filter({ tab, base }: Journey): Promise<void> {
  await tab.goto(`${base}/cases/index.html`)
  await wait(tab, '列表', awake('list'))
  const choice = '[data-facet="topic"] a[data-value="organizing"]'
  const wanted = await tab.evaluate(`+document.querySelector('${choice} b').textContent`)
  await tab.evaluate(click(choice))
  const shown = `(function(){var n=0,a=document.querySelectorAll('[data-items] > li');for(var i=0;i<a.length;i++)if(a[i].getClientRects().length)n++;return n})()`
  await wait(tab, `${String(wanted)}篇`, `${shown}===${String(wanted)}`)
  if ((await tab.evaluate('location.search')) !== '?topic=organizing')
    throw new Error('筛选没有写进网址')
  await tab.reload()
  await wait(tab, '重新载入后的筛选', `${shown}===${String(wanted)}`)
}

/** Search at an address. */
async function search({ tab, base }: Journey): Promise<void> {
  await tab.goto(base + pages.search)
  await wait(tab, '搜索结果', there('.hit mark'), 12_000)
}

/** Search from a page: in a dialog, or on the search's page where there is none. */
async function searchFromPage({ tab, base }: Journey): Promise<void> {
  await tab.goto(`${base}/cases/hangzhou.html`)
  await wait(tab, '运行中', `document.documentElement.getAttribute('data-js')===''`)
  await tab.evaluate(click('a[data-search]'))
  const field = 'dialog[open] input, [data-search-here] input'
  await wait(tab, '搜索框', there(field))
  await tab.evaluate(
    `(function(){var i=document.querySelector(${q(field)});i.focus();i.value='联系点';i.dispatchEvent(new Event('input',{bubbles:true}));return true})()`,
  )
  await wait(tab, '搜索结果', there('.hit'), 12_000)
}

/** Answer a lesson's questions and call it learnt; it is 已学, also after a reload, and in the record. */
async function quizAndRecord({ tab, base }: Journey): Promise<void> {
  await tab.goto(base + pages.lesson)
  await tab.evaluate(`document.querySelector('[data-island="quiz"]').scrollIntoView()`)
  await wait(tab, '自测', awake('quiz'))
  const answers = (await tab.evaluate(
    `JSON.parse(document.querySelector('[data-island="quiz"]').getAttribute('data-props')).questions.map(function(x){return x.right})`,
  )) as number[][]
  for (const [index, right] of answers.entries()) {
    const question = `document.querySelectorAll('fieldset.q')[${index}]`
    for (const option of right)
      await tab.evaluate(`${question}.querySelectorAll('label')[${option}].click()`)
    await wait(tab, '可以交卷', `!!${question}.querySelector('.acts button:not([disabled])')`)
    await tab.evaluate(`${question}.querySelector('.acts button').click()`)
    await wait(tab, `第${index + 1}题的解析`, `/答对了/.test(${question}.textContent)`)
  }
  await tab.evaluate(`document.querySelector('[data-study="done"]').click()`)
  await wait(tab, '已学', there('.studied.is-done'))
  await tab.reload()
  await wait(tab, '重新载入后的已学', there('.studied.is-done'))
  await tab.goto(base + pages.study)
  await wait(tab, '学习记录', there('.mystudy[data-ready]'))
  const shown = String(await tab.evaluate(`document.querySelector('.mystudy').textContent`))
  if (!shown.includes('联系点怎么建')) throw new Error('学习记录里没有这一课')
}

/** Play a film with its captions, go to a line of its transcript, and begin at a second. */
async function film({ tab, base }: Journey): Promise<void> {
  await tab.goto(base + pages.film)
  await wait(tab, '播放器', awake('film'))
  const plays = await tab.evaluate(
    `document.createElement('video').canPlayType('video/mp4; codecs="avc1.42E01E"')!==''`,
  )
  if (!plays) return unplayable(tab)
  await tab.evaluate(press('播放'))
  await wait(tab, '影片在放', `document.querySelector('video').currentTime>0.5`, 15_000)
  await wait(tab, '字幕', captioned)
  await wait(tab, '文稿跟着', there('.line[aria-current]'))
  await tab.evaluate(click('.tl', 8))
  await wait(tab, '文稿里点的那一句', `${current}>=8`)
  await fromSecond({ tab, base })
}

/** A caption in the portal's box, or left to a browser that shows its own controls. */
const captioned = `(function(){var t=document.querySelector('video').textTracks,i;for(i=0;i<t.length;i++)if(t[i].kind==='captions')return t[i].mode==='showing'||document.querySelector('[data-cap]').textContent!=='';return false})()`
/** Place in the transcript of the line being said. */
const current = `(function(){var l=document.querySelectorAll('.line');for(var i=0;i<l.length;i++)if(l[i].hasAttribute('aria-current'))return i;return -1})()`

/** An address with a second shows its line, fetches nothing of the film, and plays from there. */
async function fromSecond({ tab, base }: Journey): Promise<void> {
  await tab.goto(`${base}${pages.film}?t=40`)
  await wait(tab, '那一秒的文稿', `${current}>2`)
  await wait(tab, '从那一秒播放', named('button', '从00:'))
  const loaded = await tab.evaluate(
    `(function(){var v=document.querySelector('video');return v.readyState+v.buffered.length})()`,
  )
  if (loaded !== 0) throw new Error('还没有播放，就下载了影片')
  await tab.evaluate(press('从00:'))
  await wait(tab, '从那一秒放起', `document.querySelector('video').currentTime>38`, 15_000)
}

/** Without H.264 the page says what to do instead, and has no control that would do nothing. */
async function unplayable(tab: Tab): Promise<void> {
  const says = String(await tab.evaluate(`document.querySelector('[data-says]').innerText`))
  if (!says.includes('这个浏览器放不了这段影片，可以读这一页的文稿。'))
    throw new Error(`放不了影片的浏览器里说的是“${says}”`)
  const seen = await tab.evaluate(
    `document.querySelectorAll('.ctl:not([hidden]),.stage__play:not([hidden]),video[controls]').length`,
  )
  if (seen !== 0) throw new Error('放不了影片，却有播放的按钮')
}

/** 大字 and 深色 hold on another page. */
async function display({ tab, base }: Journey): Promise<void> {
  await tab.goto(`${base}/index.html`)
  await wait(tab, '运行中', `document.documentElement.getAttribute('data-js')===''`)
  const choose = (name: string, value: string) =>
    click(`details.display [data-display="${name}"][data-value="${value}"]`)
  await tab.evaluate(choose('size', 'large'))
  await tab.evaluate(choose('theme', 'dark'))
  const seen = `[document.documentElement.getAttribute('data-size'),document.documentElement.getAttribute('data-theme'),getComputedStyle(document.body).backgroundColor].join(' ')`
  await tab.goto(`${base}/cases/hangzhou.html`)
  const kept = String(await tab.evaluate(seen))
  await tab.evaluate(`localStorage.removeItem('chaotou:display')`)
  if (kept !== 'large dark rgb(22, 21, 19)') throw new Error(`换一页以后显示成 ${kept}`)
}

/** Put a case into the agenda, copy its link, and open that. */
async function agenda({ tab, base }: Journey): Promise<void> {
  await tab.goto(`${base}/cases/hangzhou.html`)
  await wait(tab, '学习按钮', awake('study'))
  await tab.evaluate(press('加入议程'))
  await wait(tab, '已加入', `/已加入议程/.test(document.body.textContent)`)
  await tab.goto(base + pages.pack)
  await wait(tab, '议程里的一项', `document.querySelectorAll('.ce-list > li').length===1`)
  await wait(tab, '议程', there('.meeting[data-ready]'))
  const copied = await tab.evaluate(
    `new Promise(function(done){var t='';var w=function(x){t=x;return Promise.resolve()};Object.defineProperty(navigator,'clipboard',{configurable:true,value:{writeText:w}});${named('button', '复制链接')}.click();setTimeout(function(){done(t)},500)})`,
  )
  if (!/pack\.html#.{10}/.test(String(copied))) throw new Error(`复制到的链接是“${String(copied)}”`)
  await tab.goto(`${base}/index.html`)
  await tab.goto(String(copied))
  await wait(tab, '链接里的议程', there('.ag-shared'))
}

/** Every journey by its name, in the order they are made: later ones read what earlier ones kept. */
export const journeys: Record<string, (journey: Journey) => Promise<void>> = {
  筛选: filter,
  搜索页: search,
  页上搜索: searchFromPage,
  自测和记录: quizAndRecord,
  影片和文稿: film,
  显示设置: display,
  议程: agenda,
  放映: projector,
  知识竞赛: contest,
  会议记录: record,
}
