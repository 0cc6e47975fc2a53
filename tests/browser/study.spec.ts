import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './portal.ts'

// A text is read through in each, and the machine may be busy.
test.setTimeout(120_000)
// The record does not depend on the window's width.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const course = '/training/read-a-case/index.html'
const lesson = '/training/read-a-case/contact-points.html'

interface Asked {
  options: string[]
  right: number[]
}

/** Time is the test's own: a text is read in a moment, at a reader's pace. */
test.beforeEach(({ page }) => page.clock.install())

/**
 * The record is open and has this page, or was refused. A record that takes seconds to open counts as refused, and
 * where the clock is turned on, seconds pass in a moment.
 */
async function isRecording(page: Page): Promise<void> {
  const opened = () =>
    page.evaluate(async () => {
      try {
        // Opening a database that is not there would make an empty one.
        if (!(await indexedDB.databases()).some(({ name }) => name === 'chaotou-study'))
          return false
      } catch {
        return true
      }
      return new Promise<boolean>((resolve, reject) => {
        const request = indexedDB.open('chaotou-study')
        request.onerror = () => reject(new Error(String(request.error)))
        request.onsuccess = () => {
          const database = request.result
          const all = database.transaction('activities').objectStore('activities').getAll()
          all.onsuccess = () => {
            database.close()
            const here = location.pathname.replace(/(index)?\.html$/, '').replace(/\/$/, '')
            resolve(all.result.some(({ page }) => page === here))
          }
        }
      })
    })
  await expect.poll(opened, { timeout: 15_000 }).toBe(true)
}

/** Read the text through, at the pace of somebody quick. */
async function readThrough(page: Page): Promise<void> {
  const props = await page.locator('[data-island="study"]').getAttribute('data-props')
  const { minutes }: { minutes: number } = JSON.parse(props ?? '{}')
  await page.mouse.wheel(0, 10)
  await isRecording(page)
  const end = await page
    .locator('[data-study-end]')
    .evaluate((one) => one.getBoundingClientRect().bottom + scrollY - innerHeight)
  for (let step = 0; step <= 10; step += 1) {
    await page.evaluate((top) => scrollTo(0, top), (end * step) / 10)
    await page.clock.runFor(minutes * 2500)
  }
}

/** Do with a page what makes it count as done: read it, and answer what it asks. */
async function reachEnd(page: Page): Promise<void> {
  await readThrough(page)
  const asks = page.locator('fieldset.q')
  if ((await asks.count()) > 0 && (await asks.getByRole('status').count()) === 0)
    await answerAll(page, true)
  await page.clock.runFor(2000)
  await expect(page.locator('.studied')).toHaveClass(/is-done/, { timeout: 15_000 })
}

/** Answer every question on the page, rightly or wrongly. */
async function answerAll(page: Page, rightly: boolean): Promise<number> {
  const island = page.locator('[data-island="quiz"]')
  const asked: Asked[] = JSON.parse((await island.getAttribute('data-props')) ?? '{}').questions
  await island.scrollIntoViewIfNeeded()
  await page.locator('[data-island="quiz"][data-awake]').waitFor()
  for (const [index, { options, right }] of asked.entries()) {
    const box = page.locator('fieldset.q').nth(index)
    const wrong = options.findIndex((_, option) => !right.includes(option))
    for (const option of rightly ? right : [wrong]) await box.locator('label').nth(option).click()
    await box.getByRole('button', { name: '提交答案' }).click()
    await expect(box.getByRole('status')).toBeVisible()
  }
  return asked.length
}

async function openRecord(page: Page): Promise<void> {
  await page.goto('/study.html')
  await unfold(page)
}

/** Wait for the record, and show all of it. */
async function unfold(page: Page): Promise<void> {
  await page.locator('.mystudy[data-ready]').waitFor()
  for (const fold of await page.locator('.mystudy .fold > summary').all()) await fold.click()
}

async function accessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
}

/** Select words of the text as a reader does, and wait for the bar. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.prose') ?? document.body, 4)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      node.parentElement?.scrollIntoView({ block: 'center' })
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return
    }
    throw new Error(`no ${wanted}`)
  }, words)
}

test('jumping to the end is not reading, and the page says what is lacking', async ({ page }) => {
  await page.goto('/cases/hangzhou.html')
  await page.locator('[data-study-end]').scrollIntoViewIfNeeded()
  await page.clock.runFor(10_000)
  const words = page.locator('[data-study-words]')
  await expect(words).toContainText('前面还有没翻到的')
  // Nor is standing at the end for an hour.
  await page.clock.runFor(60 * 60_000)
  await expect(page.locator('.studied')).not.toHaveClass(/is-done/)
  await reachEnd(page)
  await expect(words).toContainText('已读')
})

test('a lesson is learnt when it is read and its test gone through', async ({ page }) => {
  await page.goto(lesson)
  await answerAll(page, false)
  await page.clock.runFor(5000)
  await expect(page.locator('.studied')).not.toHaveClass(/is-done/)
  await page.reload()
  await readThrough(page)
  await expect(page.locator('.studied')).toHaveClass(/is-done/)

  const other = '/training/read-a-case/know-the-base.html'
  await page.goto(other)
  await readThrough(page)
  await expect(page.locator('[data-study-words]')).toContainText('自测还有没答的题')
  await expect(page.locator('.studied')).not.toHaveClass(/is-done/)
  await answerAll(page, true)
  await expect(page.locator('.studied')).toHaveClass(/is-done/)
})

test('reaching the end marks a lesson, and that can be taken back', async ({ page }) => {
  await page.goto(lesson)
  await reachEnd(page)
  await page.goto(course)
  await expect(page.locator('[data-study-page$="contact-points"]')).toContainText('已学')
  await expect(page.locator('[data-study-progress]')).toHaveAttribute(
    'aria-label',
    '已学1课，共6课',
  )
  await expect(page.locator('[data-study-go]')).toHaveText('继续第3课')

  await page.goto(lesson)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.locator('[data-study-words]')).toHaveText(
    /^正文翻到末尾、读满约\d+分钟、自测每题答过，会记为已学，只记在这台设备上。$/,
  )
  await page.reload()
  await page.locator('[data-study-end]').scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: '记为已学' })).toBeVisible()
  await page.goto(course)
  await expect(page.locator('[data-study-page$="contact-points"]')).toContainText('学到这里')
})

test('a lesson with mistakes is reviewed until it is right, and passed by the test', async ({
  page,
}) => {
  await page.goto(lesson)
  const count = await answerAll(page, false)
  await openRecord(page)
  const review = page.locator('section', { has: page.getByRole('heading', { name: '错题' }) })
  await expect(review.getByRole('status').first()).toHaveText(`今天可以复习${count}道。`)
  await review.getByRole('button', { name: '开始复习' }).click()
  await expect(review.locator('fieldset.q')).toHaveCount(count)
  await accessible(page)
  await page.goto(lesson)
  await answerAll(page, true)
  await reachEnd(page)
  await openRecord(page)
  await expect(review.getByRole('status').first()).toHaveText(
    `今天可以复习0道，以后还有${count}道。`,
  )
  await expect(page.locator('.mylist', { hasText: '联系点怎么建' }).first()).toContainText('已学')
})

test('the place in a text is offered again, and the front page leads back to it', async ({
  page,
}) => {
  await page.goto(lesson)
  await page.mouse.wheel(0, 900)
  await page.waitForTimeout(1500)
  await page.goto('/index.html')
  await expect(page.locator('[data-resume="head"]')).toHaveText('接着学')
  await page.locator('.resume a').click()
  await expect(page).toHaveURL(/#resume$/)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300)
  await page.goto(lesson)
  await page.getByRole('button', { name: '接着读' }).click()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300)
})

test('a newcomer is shown a first step', async ({ page }) => {
  await page.goto('/index.html')
  await expect(page.locator('[data-resume="head"]')).toHaveText('从这一课学起')
})

test('notes survive a reload and an edited page, and lead back to their place', async ({
  page,
}) => {
  const address = '/cases/hangzhou.html'
  await page.goto(address)
  const words = await page.locator('.prose h2 ~ p').first().innerText()
  const quote = words.slice(6, 20)
  await page.mouse.wheel(0, 300)
  await page.waitForTimeout(800)
  await select(page, quote)
  await page.getByRole('toolbar').getByRole('button', { name: '写笔记' }).click()
  await accessible(page)
  await page.getByRole('textbox', { name: '对这句话的笔记' }).fill('支部会上讲这一条')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('mark.noted')).toHaveText(quote)
  await page.reload()
  await expect(page.locator('mark.noted')).toHaveText(quote)

  // The editors put a sentence before it and change a character in it.
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch()
    const edited = quote.slice(0, 5) + '新' + quote.slice(6)
    const html = (await response.text())
      .replace(quote, edited)
      .replace('<h2', '<p>新加的一段。</p><h2')
    await route.fulfill({ response, body: html })
  })
  await page.reload()
  await expect(page.locator('mark.noted')).toContainText(quote.slice(7))
  await page.unroute(`**${address}`)

  await openRecord(page)
  await page.locator('.mylist', { hasText: '支部会上讲这一条' }).getByRole('link').click()
  await expect(page.locator('mark.noted')).toBeInViewport()
  await page.locator('mark.noted').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox')).toHaveValue('支部会上讲这一条')
  await page.getByRole('button', { name: '删除' }).click()
  await expect(page.locator('mark.noted')).toHaveCount(0)
})

/** Read a lesson, answer wrongly, bookmark and note: a record with something of everything. */
async function studyALittle(page: Page): Promise<void> {
  await page.goto(lesson)
  await answerAll(page, false)
  await page.getByRole('button', { name: '收藏' }).click()
  await page.getByRole('button', { name: '写笔记' }).click()
  await page.getByRole('textbox').fill('整页的笔记')
  await page.getByRole('button', { name: '保存' }).click()
  await reachEnd(page)
}

async function download(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return (await waiting).path()
}

const summary = (page: Page) => page.locator('.mystudy').innerText()

test('export, erase, import gives the same record', async ({ page }) => {
  await studyALittle(page)
  await openRecord(page)
  const before = await summary(page)
  const json = await download(page, '导出记录（JSON）')
  const csv = readFileSync(await download(page, '导出表格（CSV）'), 'utf8')
  expect(csv).toContain('整页的笔记')
  const statements = JSON.parse(readFileSync(await download(page, '导出xAPI'), 'utf8'))
  expect(statements.length).toBeGreaterThan(4)
  expect(statements[0].object.id).toMatch(/^http.*training\/read-a-case\/contact-points\.html/)

  await page.getByRole('button', { name: '清除全部记录' }).click()
  await accessible(page)
  await page.getByRole('button', { name: '全部清除' }).click()
  await expect(page.getByRole('heading', { name: '还没有记录' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: '还没有记录' })).toBeVisible()

  await page.locator('input[type=file]').setInputFiles(json)
  await expect(page.locator('.exchange__say')).toContainText('合并好了')
  await page.reload()
  await unfold(page)
  await expect.poll(() => summary(page)).toBe(before)
  await page.locator('input[type=file]').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a":1}'),
  })
  await expect(page.locator('.exchange__say')).toContainText('这不是潮头导出的学习记录')
})

test('two phones are merged, by codes and by file', async ({ page, browser, baseURL }) => {
  await studyALittle(page)
  await openRecord(page)
  await page.getByRole('button', { name: '用二维码交给另一台设备' }).click()
  await accessible(page)
  const count = Number(/扫这(\d+)个码/.exec(await page.locator('.codes').innerText())?.[1])
  expect(count).toBeGreaterThan(0)
  const file = await download(page, '导出记录（JSON）')
  const { handOver } = await import('../../src/study/handover.ts')
  const { readRecord } = await import('../../src/study/file.ts')
  const read = readRecord(readFileSync(file, 'utf8'))
  if ('fault' in read) throw new Error(read.fault)
  const fragments = handOver(read.record) ?? []
  expect(fragments.length).toBe(count)

  const other = await browser.newContext({ baseURL })
  const phone = await other.newPage()
  await phone.goto('/cases/hangzhou.html')
  await phone.mouse.wheel(0, 300)
  await phone.waitForTimeout(1000)
  for (const fragment of fragments) {
    await phone.goto('/index.html')
    await phone.goto(`/study.html#${fragment}`)
    await phone.getByRole('button', { name: '合并' }).click()
    await expect(phone.locator('.exchange__say')).toContainText('合并好了')
  }
  await openRecord(phone)
  await expect(phone.locator('.mystudy')).toContainText('整页的笔记')
  await expect(phone.locator('.mystudy')).toContainText('统筹互联网党建')
  await expect(phone.getByText(/今天可以复习[1-9]/)).toBeVisible()
  const merged = await summary(phone)
  await phone.locator('input[type=file]').setInputFiles(file)
  await expect(phone.locator('.exchange__say')).toContainText('新增0条')
  await phone.reload()
  await unfold(phone)
  await expect.poll(() => summary(phone)).toBe(merged)
  await other.close()
})

test('filters narrow the record by course and day', async ({ page }) => {
  await page.goto('/cases/hangzhou.html')
  await page.mouse.wheel(0, 300)
  await page.waitForTimeout(800)
  await page.goto(lesson)
  await reachEnd(page)
  await openRecord(page)
  const status = page.locator('.narrow [role=status]')
  await expect(status).toHaveText('共2篇')
  await page.getByRole('combobox', { name: '课程' }).selectOption('读懂一个案例')
  await expect(status).toHaveText('共1篇')
  await page.getByLabel('到', { exact: true }).fill('2020-01-01')
  await expect(status).toHaveText('共0篇')
})

test.describe('when the browser does not store', () => {
  test('private mode: the reader reads on and is told once', async ({ page, faults }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('denied', 'SecurityError')
      }
      Object.defineProperty(window, 'indexedDB', { get: refuse })
      Object.defineProperty(window, 'localStorage', { get: refuse })
      Object.defineProperty(window, 'sessionStorage', { get: refuse })
    })
    await page.goto(lesson)
    await page.mouse.wheel(0, 100)
    await expect(page.getByText('不让网页保存记录')).toHaveCount(1)
    await page.getByRole('button', { name: '知道了' }).click()
    await reachEnd(page)
    await page.goto(course)
    await page.mouse.wheel(0, 200)
    await page.waitForTimeout(800)
    await expect(page.getByText('不让网页保存记录')).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(faults).toEqual([])
  })

  test('quota exceeded: what was kept stays, and that is said once', async ({ page }) => {
    await page.goto(lesson)
    await reachEnd(page)
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.goto('/cases/hangzhou.html')
    await page.mouse.wheel(0, 300)
    await expect(page.getByText('存储空间满了')).toBeVisible()
    await page.getByRole('button', { name: '收藏' }).click()
    await expect(page.getByRole('button', { name: '已收藏' })).toBeVisible()
    await expect(page.getByText('存储空间满了')).toHaveCount(1)
    await openRecord(page)
    await expect(page.locator('.mystudy')).toContainText('联系点怎么建')
  })

  test('a record of a later release is read on', async ({ page }) => {
    await page.goto('/index.html')
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('chaotou-study', 99)
          request.onupgradeneeded = () => {
            const { result } = request
            result.createObjectStore('activities', { keyPath: 'id' }).createIndex('page', 'page')
            result.createObjectStore('places', { keyPath: 'page' })
          }
          request.onsuccess = () => {
            request.result.close()
            resolve()
          }
        }),
    )
    await page.goto(lesson)
    await page.mouse.wheel(0, 100)
    await expect(page.getByText('较新的版本')).toHaveCount(1)
    await reachEnd(page)
    await openRecord(page)
    await expect(page.locator('.mystudy')).toContainText('联系点怎么建')
  })
})

test('two tabs lose no writes, and each sees the other', async ({ page, context }) => {
  await page.goto(lesson)
  await reachEnd(page)
  await openRecord(page)
  const other = await context.newPage()
  await other.goto('/training/read-a-case/know-the-base.html')
  await reachEnd(other)
  await Promise.all([
    other.getByRole('button', { name: '收藏' }).click(),
    page.evaluate(() => scrollTo(0, 0)),
  ])
  await expect(page.locator('.mystudy')).toContainText('取消收藏')
  await openRecord(page)
  await expect(page.locator('.mystudy')).toContainText('联系点怎么建')
  await expect(page.locator('.mystudy .ok')).toHaveCount(2)
})

test('the record prints as a sheet that certifies nothing', async ({ page }) => {
  await page.goto(lesson)
  await reachEnd(page)
  await openRecord(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('自学记录，不作学时认定', { exact: true })).toBeVisible()
  await expect(page.locator('.sheet tbody tr')).toHaveCount(1)
  await expect(page.getByRole('button', { name: '导出xAPI' })).toBeHidden()
  await expect(page.locator('.pagehead')).toBeHidden()
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('the week, the courses begun and the next step; a newcomer has three starts', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-12-01T02:00:00Z')
  await page.goto('/study.html')
  await page.locator('.mystudy[data-ready]').waitFor()
  const starts = page.locator('.starts a')
  await expect(starts).toHaveText(['学一课', '读一个案例', '看一个人'])
  await accessible(page)
  await starts.first().click()
  await page.mouse.wheel(0, 100)
  await isRecording(page)
  await page.getByRole('button', { name: '记为已学' }).click()
  await expect(page.locator('.studied')).toHaveClass(/is-done/)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await page.goto('/study.html')
  await page.locator('.mystudy[data-ready]').waitFor()
  const today = page.locator('.wk .now')
  await expect(today).toContainText('星期二，12月1日')
  await expect(today).toContainText('1课')
  await expect(page.locator('.wk .on')).toHaveCount(1)
  await expect(page.locator('.wk__sum')).toHaveText('这一周学了1课。')
  const line = page.locator('.cl li')
  await expect(line).toHaveCount(1)
  await expect(line).toContainText(/已学1课，共\d+课/)
  await accessible(page)
  const next = page.getByRole('region', { name: '接着学' }).getByRole('link')
  await expect(next).toContainText('接着学，约')
  await expect(next).toContainText(/第2课/)
  await next.click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title)
})
