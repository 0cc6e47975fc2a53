import type { Page } from '@playwright/test'

/** Pixels of a picture 1280 wide; at 375, the width of a phone, ten of its. */
const smallest = 34
/** Below is where captions stand. */
const captions = 560

/** Stop where a picture cannot be read on a phone: small text, heads that meet, words under captions. */
export async function measure(page: Page, about: string): Promise<void> {
  const found = await page.evaluate(
    ({ smallest, captions }) => {
      const faults: string[] = []
      // As it stands when all has come to rest.
      for (const animation of document.getAnimations()) {
        animation.pause()
        animation.currentTime = 60000
      }
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement
        const text = walker.currentNode.textContent?.trim()
        if (!parent || !text || parent.closest('.out')) continue
        const size = parseFloat(getComputedStyle(parent).fontSize)
        if (size < smallest) faults.push(`“${text}”只有${size}像素，至少要${smallest}`)
      }
      const [chapter, source, scene] = ['.chapter', '.source', '.scene'].map((selector) =>
        document.querySelector(`body > :not(.out) ${selector}`)?.getBoundingClientRect(),
      )
      const range = document.createRange()
      // A terminal is a window: what stands below it is not drawn, but for the line it marks.
      const window = document.querySelector('.in .terminal')?.getBoundingClientRect()
      const mark = document.querySelector('.in .marked')?.getBoundingClientRect()
      if (window && mark && mark.bottom > window.bottom) faults.push('标出的那一行看不全')
      const drawn = window ? null : document.querySelector('.in .scene')
      if (drawn) range.selectNodeContents(drawn)
      const words = drawn ? range.getBoundingClientRect() : undefined
      if (chapter && source && chapter.right + 24 > source.left)
        faults.push('章名和来源挨在一起：章名写短一点')
      const bottom = Math.max(scene?.bottom ?? 0, words?.bottom ?? 0)
      if (bottom > captions) faults.push(`画面的字伸进了字幕的位置（${Math.round(bottom)}像素）`)
      if (words && words.right > innerWidth - 40) faults.push('画面的字出了右边')
      return faults
    },
    { smallest, captions },
  )
  if (found.length > 0) throw new Error(`${about}：${found.join('；')}。`)
}
