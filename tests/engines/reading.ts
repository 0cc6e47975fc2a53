import type { Tab } from './driver.ts'
import { pages } from './layouts.ts'
import type { PageName } from './layouts.ts'

const visible = (selector: string) =>
  `(function(){var n=0,a=document.querySelectorAll(${JSON.stringify(selector)});for(var i=0;i<a.length;i++)if(a[i].getClientRects().length&&getComputedStyle(a[i]).visibility==='visible')n++;return n})()`

/** What is wrong with a page that is read without scripts. */
export async function withoutScripts(tab: Tab, base: string, page: PageName): Promise<string[]> {
  await tab.goto(base + pages[page])
  const count = async (selector: string) => Number(await tab.evaluate(visible(selector)))
  const faults: string[] = []
  if ((await count('h1')) !== 1) faults.push('没有标题')
  if ((await count('main p, main li')) < 2) faults.push('没有正文')
  if ((await count('.js-only')) > 0) faults.push('有没有用的按钮')
  if (/^(search|study)$/.test(page) && (await count('.no-js-only')) === 0)
    faults.push('没有说明要怎么办')
  return faults
}

/** Sizes of the root's font in pixels: what WeChat's and a system's large settings make of 16. */
export const rootSizes = [23.8, 32] as const

/** Faults of a page under a size of the root's font, with and without 大字. */
export async function enlarged(tab: Tab, size: number, large: boolean): Promise<string[]> {
  await tab.evaluate(
    `(function(){var d=document.documentElement;d.style.fontSize='${size}px';${large ? `d.setAttribute('data-size','large')` : `d.removeAttribute('data-size')`};return 1})()`,
  )
  const over = Number(
    await tab.evaluate('document.documentElement.scrollWidth-document.documentElement.clientWidth'),
  )
  if (over <= 0) return []
  const widest = await tab.evaluate(
    `(function(){var w=document.documentElement.clientWidth,a=document.querySelectorAll('body *'),found='';for(var i=0;i<a.length;i++){var r=a[i].getBoundingClientRect();if(r.width&&r.right>w+1)found=a[i].tagName+' '+(a[i].getAttribute('class')||'')+' '+a[i].textContent.slice(0,12)}return found})()`,
  )
  return [`横向多出 ${over} 像素：${String(widest)}`]
}
