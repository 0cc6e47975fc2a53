import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { until } from './driver.ts'
import type { Tab } from './driver.ts'
import type { Journey } from './journeys.ts'

const q = JSON.stringify
const wait = (tab: Tab, name: string, code: string) => until(name, () => tab.evaluate(code), 12_000)
const there = (selector: string) => `!!document.querySelector(${q(selector)})`
const key = (name: string, code = name) =>
  `document.activeElement.dispatchEvent(new KeyboardEvent('keydown',{key:${q(name)},code:${q(code)},bubbles:true,cancelable:true}))`
const press = (text: string) =>
  `(function(){var a=document.querySelectorAll('button,a');for(var i=0;i<a.length;i++)if(a[i].textContent.replace(/\\s/g,'').indexOf(${q(text)})===0&&a[i].getClientRects().length&&!a[i].disabled){a[i].click();return true}return false})()`

/** A ready pack on the projector: pages turn, nothing is cut off, and a lesson is projected as well. */
export async function projector({ tab, base }: Journey): Promise<void> {
  await tab.resize(1024, 768)
  for (const address of [
    '/packs/know-the-base/slides.html',
    '/slides.html#show=training/read-a-case/whole-picture',
  ]) {
    await tab.goto(base + address)
    await wait(tab, '放映', there('.deck[data-show]'))
    await tab.evaluate(key('PageDown'))
    await wait(tab, '第二页', there('#s2[data-now]'))
    await tab.evaluate(key('b', 'KeyB'))
    await wait(tab, '黑屏', there('.sl-blank:not([hidden])'))
    await tab.evaluate(`delete document.querySelector('.deck').dataset.show`)
    const faults = await misfits(tab)
    if (faults.length > 0) throw new Error(`${address}有${faults.length}处放不下：${faults[0]}`)
  }
}

async function misfits(tab: Tab): Promise<string[]> {
  const written = readFileSync(join(import.meta.dirname, '../browser/deck-fit.ts'), 'utf8')
  const { code } = await transform(written, {
    ...{ loader: 'ts', format: 'iife', globalName: 'fit', target: 'chrome63' },
  })
  // The function gives a list of sentences.
  return (await tab.evaluate(`(function(){${code};return fit.misfits()})()`)) as string[]
}

/** A contest of all questions: a team answers, and its score counts. */
export async function contest({ tab, base }: Journey): Promise<void> {
  await tab.goto(`${base}/contest.html`)
  await wait(tab, '可以开始', press('开始'))
  await wait(tab, '第一题', there('.host button'))
  await wait(tab, '答对', press('答对'))
  await wait(tab, '得分', `/10/.test(document.querySelector('.ct-score').textContent)`)
  await wait(tab, '答案和理由', there('.ct-ans'))
  const cut = await tab.evaluate(
    `(function(){var b=document.querySelector('.ct-room .sl__b');return b.scrollHeight-b.clientHeight})()`,
  )
  if (Number(cut) > 1) throw new Error(`答案这一屏多出${String(cut)}像素`)
}

/** The record of the agenda that was planned before: it is filled in and saved for Word. */
export async function record({ tab, base }: Journey): Promise<void> {
  await tab.resize(1280, 900)
  await tab.goto(`${base}/meetings.html`)
  await wait(tab, '记下的会', there('.yr-list a[href*="minutes.html"]'))
  await tab.goto(
    String(await tab.evaluate(`document.querySelector('.yr-list a[href*="minutes.html"]').href`)),
  )
  await wait(tab, '会议记录', there('.mn-r'))
  await tab.evaluate(
    `(function(){window.saved=0;var make=URL.createObjectURL;URL.createObjectURL=function(x){window.saved=x.size;return make.call(URL,x)};return true})()`,
  )
  await wait(tab, 'DOCX按钮', press('DOCX'))
  await wait(tab, 'DOCX文件', 'window.saved>2000')
}
