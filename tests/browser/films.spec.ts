import type { Locator, Page } from '@playwright/test'
import { expect, test } from './portal.ts'

const address = '/videos/know-the-base.html'
/** Where its third chapter begins, and a line in it. */
const third = { start: 36.4, clock: '00:36', words: '照录，不取整' }

const film = (page: Page): Locator => page.locator('video')
const at = (page: Page): Promise<number> =>
  film(page).evaluate((video: HTMLVideoElement) => video.currentTime)
const isPaused = (page: Page): Promise<boolean> =>
  film(page).evaluate((video: HTMLVideoElement) => video.paused)

async function open(page: Page, where = address): Promise<void> {
  await page.goto(where)
  await page.locator('[data-island="film"][data-awake]').waitFor({ state: 'attached' })
}

test('a film plays, shows its captions and marks the line being said', async ({ page }) => {
  await open(page)
  expect(await isPaused(page)).toBe(true)
  await page.getByRole('button', { name: '播放', exact: true }).first().click()
  await expect.poll(() => at(page)).toBeGreaterThan(0.5)
  await expect(page.locator('[data-cap]')).toContainText('这两个数怎么来')
  await expect(page.locator('.line[aria-current]')).toContainText('这两个数怎么来')
  await page.getByRole('button', { name: '字幕', exact: true }).click()
  await expect(page.locator('[data-cap]')).toBeHidden()
  await page.getByRole('button', { name: '暂停' }).click()
  expect(await isPaused(page)).toBe(true)
})

test('the button on a cover leaves the words of the cover to be read', async ({ page }) => {
  await open(page)
  const [button, cover] = [
    await page.locator('.stage__play').boundingBox(),
    await film(page).boundingBox(),
  ]
  if (!button || !cover) throw new Error('no button on the cover')
  // A cover has its words at the left of its upper half and along its foot.
  expect(button.x).toBeGreaterThan(cover.x + cover.width * 0.62)
  expect(button.y + button.height).toBeLessThan(cover.y + cover.height * 0.45)
})

test('a line of the transcript leads to its second, and its note to the source', async ({
  page,
}) => {
  await open(page)
  await page.locator('.tl', { hasText: third.words }).click()
  await expect.poll(() => at(page)).toBeGreaterThanOrEqual(third.start)
  await expect(page).toHaveURL(/#t=00:36$/)
  await expect(page.locator('.line[aria-current]')).toContainText(third.words)
  await page.locator('.line[aria-current] .fn').first().click()
  await expect(page.locator('.srcs li:target')).toBeInViewport()
})

/** Pixels of a film's source label where its picture is drawn 1280 wide. */
const sourceLabel = 44

test('大字 enlarges captions and player, and hides nothing of the picture on a phone', async ({
  page,
  hasTouch,
}) => {
  await open(page, `${address}?t=40`)
  const size = (selector: string) =>
    page.locator(selector).evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  const box = async (selector: string) =>
    (await page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.getByRole('button', { name: /播放$/ }).first().click()
  await expect(page.locator('[data-cap]')).toBeVisible()
  const [small, narrow] = [await size('[data-cap]'), await box('[data-stage]')]
  expect((narrow.width / 1280) * sourceLabel).toBeGreaterThan(11)
  await page.evaluate(() => (document.documentElement.dataset.size = 'large'))
  expect(await size('[data-cap]')).toBeGreaterThanOrEqual(Math.max(24, small * 1.2))
  expect(await size('.ctl .time')).toBeGreaterThanOrEqual(20)
  const wide = await box('[data-stage]')
  expect(wide.width).toBeGreaterThan(narrow.width)
  if (!hasTouch) return
  expect(wide.width).toBe(375)
  const [picture, caption, controls] = [
    await box('video'),
    await box('[data-cap]'),
    await box('.ctl'),
  ]
  expect(caption.y).toBeGreaterThanOrEqual(picture.y + picture.height)
  expect(caption.y + caption.height).toBeLessThanOrEqual(controls.y)
})

/** A host that knows no ranges sends a film whole, whatever is asked of it. */
async function sendWhole(page: Page): Promise<void> {
  await page.route('**/*.mp4', async (route) => {
    const headers = { ...route.request().headers(), range: '' }
    const body = await (await route.fetch({ headers })).body()
    await route.fulfill({ body, contentType: 'video/mp4', headers: { 'accept-ranges': 'none' } })
  })
}

test.describe('in one viewport', () => {
  test.skip(({ hasTouch }) => hasTouch, 'the layout does not matter')

  test('keys play, skip, change chapter and captions, and leave the search field alone', async ({
    page,
  }) => {
    await open(page)
    await page.locator('[data-player]').focus()
    await page.keyboard.press('.')
    await page.keyboard.press('.')
    expect(await at(page)).toBeCloseTo(third.start, 1)
    await expect(page.locator('.chap a[aria-current]').first()).toContainText('三处容易错')
    await page.keyboard.press('ArrowRight')
    expect(await at(page)).toBeCloseTo(third.start + 5, 1)
    await page.keyboard.press('j')
    expect(await at(page)).toBeCloseTo(third.start - 5, 1)
    await page.keyboard.press('5')
    const seconds = Number(await page.locator('[data-seek]').getAttribute('max'))
    expect(await at(page)).toBeCloseTo(seconds / 2, 1)
    await page.keyboard.press('c')
    await expect(page.locator('[data-do="captions"]')).toHaveAttribute('aria-pressed', 'false')
    await page.keyboard.press(' ')
    await expect.poll(() => isPaused(page)).toBe(false)
    await page.keyboard.press('k')
    await expect.poll(() => isPaused(page)).toBe(true)
    const stands = await at(page)
    await page.locator('[data-find]').fill('')
    await page.locator('[data-find]').pressSequentially('j 5')
    expect(await at(page)).toBe(stands)
  })

  test('an address names a second: ?t= and #t=, without playing', async ({ page }) => {
    await open(page, `${address}?t=40`)
    await expect.poll(() => at(page)).toBeCloseTo(40, 1)
    await expect(page.getByRole('button', { name: '从00:40播放' })).toBeVisible()
    await expect(page.locator('.line[aria-current]')).toContainText(third.words)
    expect(await isPaused(page)).toBe(true)
    await page.evaluate(() => (location.hash = '#t=01:05'))
    await expect.poll(() => at(page)).toBeCloseTo(65, 1)
  })

  test('the reader is offered to go on where they stopped', async ({ page }) => {
    await open(page, `${address}#t=00:20`)
    await page.locator('[data-player]').focus()
    await page.keyboard.press('k')
    await expect.poll(() => at(page)).toBeGreaterThan(20.6)
    await page.keyboard.press('k')
    await open(page, '/videos/online-charity.html')
    await expect(page.getByText('上次看到')).toBeHidden()
    await open(page)
    await expect(page.getByText('上次看到00:2')).toBeVisible()
    expect(await at(page)).toBe(0)
    await page.getByRole('button', { name: '接着看' }).click()
    await expect.poll(() => at(page)).toBeGreaterThanOrEqual(20)
  })

  test('words are found in the transcript, counted, and walked through', async ({ page }) => {
    await open(page)
    const figures = page.locator('[data-said] .dated')
    const whole = await figures.allTextContents()
    expect(whole.join()).toContain('600余家')
    await page.getByLabel('在文稿中找').fill('底数')
    const count = page.locator('[data-hit-count]')
    await expect(count).toHaveText(/^第1处，共[2-9]处$/)
    await page.keyboard.press('Enter')
    await expect(count).toHaveText(/^第2处/)
    await page.getByRole('button', { name: '上一处' }).click()
    await expect(page.locator('mark.is-here')).toBeInViewport()
    await page.locator('[data-player]').focus()
    await page.keyboard.press('Shift+N')
    await expect(count).toHaveText(/^第(\d)处，共\1处$/)
    await page.getByLabel('在文稿中找').fill('没有这个词')
    await expect(count).toHaveText('没有找到')
    // The figures are whole again too.
    expect(await figures.allTextContents()).toEqual(whole)
  })

  test('the transcript follows until the reader scrolls it, and comes back when asked', async ({
    page,
  }) => {
    await open(page)
    const lines = page.locator('[data-lines]')
    const scrolled = () => lines.evaluate((box) => box.scrollTop)
    await page.evaluate(() => (location.hash = '#t=01:05'))
    await expect.poll(scrolled).toBeGreaterThan(50)
    await lines.hover()
    await page.mouse.wheel(0, -3000)
    await expect.poll(scrolled).toBe(0)
    await page.locator('[data-player]').focus()
    await page.keyboard.press('9')
    await page.keyboard.press('ArrowLeft')
    expect(await scrolled()).toBe(0)
    await page.getByRole('button', { name: '回到当前' }).click()
    await expect(page.locator('.line[aria-current]')).toBeInViewport()
    await expect.poll(scrolled).toBeGreaterThan(50)
  })

  test('a line is quoted and a link is shared with its time', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page, `${address}?t=40`)
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await page.getByRole('button', { name: '抄这一句' }).click()
    await expect(page.getByText('这一句已抄下')).toBeVisible()
    expect(await copied()).toMatch(
      /^“（画面：‘余’不能丢）.*照录，不取整。”（《从600余家到63家：摸清底数》00:36，http.*\?t=36）$/,
    )
    await page.getByRole('button', { name: '复制链接' }).click()
    await expect(page.getByText('链接已复制')).toBeVisible()
    expect(await copied()).toMatch(/know-the-base\.html$/)
    await page.getByLabel('从现在的时间开始').check()
    await page.getByRole('button', { name: '复制链接' }).click()
    await expect.poll(copied).toMatch(/know-the-base\.html\?t=40$/)
  })

  test('a search hit in what is said leads to its second', async ({ page }) => {
    await page.goto('/search.html?q=分母带余')
    await page
      .getByRole('link', { name: /^从00:\d\d播放$/ })
      .first()
      .click()
    await expect(page).toHaveURL(/know-the-base\.html\?t=\d+$/)
    await page.locator('[data-island="film"][data-awake]').waitFor({ state: 'attached' })
    await expect(page.locator('.line[aria-current]')).toContainText('分母带“余”')
  })

  test('a film that cannot be fetched says so and leaves the transcript', async ({
    page,
    faults,
  }) => {
    await page.route('**/*.mp4', (route) => route.abort())
    await open(page)
    await page.getByRole('button', { name: '播放', exact: true }).first().click()
    await expect(page.getByRole('alert')).toContainText('视频没有载入')
    await expect(page.locator('.tl', { hasText: third.words })).toBeVisible()
    await page.unroute('**/*.mp4')
    await page.getByRole('button', { name: '再试一次' }).click()
    await expect.poll(() => at(page)).toBeGreaterThan(0.2)
    await expect(page.getByRole('alert')).toBeHidden()
    for (const fault of faults.splice(0)) expect(fault).toContain('ERR_FAILED')
  })

  test('a browser without the codec says what to do instead, and offers no player', async ({
    page,
  }) => {
    await page.addInitScript(() => (HTMLMediaElement.prototype.canPlayType = () => ''))
    await open(page)
    await expect(page.getByText('这个浏览器放不了这段影片，可以读这一页的文稿。')).toBeVisible()
    await expect(page.getByRole('link', { name: '下载视频文件' })).toHaveAttribute('href', /\.mp4$/)
    await page.locator('.tl', { hasText: third.words }).click()
    await expect(page.getByRole('button', { name: /播放/ })).toHaveCount(0)
    await expect(page.locator('video[controls]')).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('a reader who saves data fetches no film before a tap', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('.mp4')) asked.push(request.url())
    })
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    )
    await open(page)
    await page.waitForTimeout(500)
    expect(asked).toEqual([])
    await page.getByRole('button', { name: '播放', exact: true }).first().click()
    await expect.poll(() => at(page)).toBeGreaterThan(0.2)
  })

  for (const connection of [
    { saveData: true },
    { effectiveType: 'slow-2g' },
    { effectiveType: '2g' },
    { effectiveType: '3g' },
  ])
    test(`a line that is ${JSON.stringify(connection)} gets the film 640 wide, and no other`, async ({
      page,
    }) => {
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('.mp4')) asked.push(request.url())
      })
      await page.addInitScript(
        (value) => Object.defineProperty(navigator, 'connection', { value }),
        connection,
      )
      await open(page)
      await page.locator('[data-player]').hover()
      await expect(page.getByText('放的是小图像版')).toBeVisible()
      expect(asked).toEqual([])
      await page.getByRole('button', { name: '播放', exact: true }).first().click()
      await expect.poll(() => at(page)).toBeGreaterThan(0.2)
      expect(asked.length).toBeGreaterThan(0)
      for (const address of asked) expect(address).toMatch(/know-the-base-640\.mp4$/)
      expect(await film(page).evaluate(({ videoWidth }: HTMLVideoElement) => videoWidth)).toBe(640)
    })

  for (const host of ['with ranges', 'without ranges'])
    test(`nothing of a film is fetched before it is played from a host ${host}`, async ({
      page,
    }) => {
      const asked: string[] = []
      const loaded = new Map<string, number>()
      page.on('request', (request) => {
        if (request.url().endsWith('.mp4')) asked.push(request.url())
      })
      page.on('response', async (response) => {
        const { pathname } = new URL(response.url())
        if (pathname.includes('/media/films/know-the-base') && !pathname.endsWith('.mp4'))
          loaded.set(pathname, (await response.body()).length)
      })
      if (host === 'without ranges') await sendWhole(page)
      await open(page)
      await page.locator('[data-player]').hover()
      await page.locator('[data-do="captions"]').focus()
      await page.locator('[data-seek]').focus()
      await page.locator('[data-player]').focus()
      await page.keyboard.press('.')
      await page.waitForTimeout(1500)
      expect(asked).toEqual([])
      // Its cover, captions and chapters.
      const sum = [...loaded.values()].reduce((all, one) => all + one, 0)
      expect(sum).toBeGreaterThan(0)
      expect(sum).toBeLessThanOrEqual(50 * 1024)
      await page.keyboard.press(' ')
      await expect.poll(() => at(page)).toBeGreaterThan(0.5)
      expect(asked.length).toBeGreaterThan(0)
    })

  test('paper has the transcript with its times and sources', async ({ page }) => {
    await open(page)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.player')).toBeHidden()
    await expect(page.locator('.tl', { hasText: third.words })).toBeVisible()
    await expect(page.locator('.srcs')).toBeVisible()
  })

  test.describe(() => {
    test.use({ javaScriptEnabled: false })
    test('without JavaScript the browser plays, and lines open the film at their second', async ({
      page,
      request,
    }) => {
      await page.goto(address)
      await expect(film(page)).toHaveAttribute('controls', '')
      await expect(page.locator('[data-controls]')).toBeHidden()
      const href = await page.locator('.tl', { hasText: third.words }).getAttribute('href')
      expect(href).toMatch(/\.mp4#t=36\.4$/)
      const part = await request.get(href ?? '', { headers: { Range: 'bytes=100-199' } })
      expect(part.status()).toBe(206)
      const link = page.getByRole('link', { name: '下载文稿' })
      const text = await (await request.get((await link.getAttribute('href')) ?? '')).text()
      expect(text).toContain(`【三处容易错】\n${third.clock} （画面：“余”不能丢）`)
    })
  })
})

test('the list is narrowed by length, programme and organisation', async ({ page }) => {
  await page.goto('/videos/index.html')
  await page.locator('[data-island="list"][data-awake]').waitFor({ state: 'attached' })
  const facet = async (label: string, link: { name: RegExp | string; exact?: boolean }) => {
    const group = page.locator('.facets details', {
      has: page.locator('summary', { hasText: label }),
    })
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
    await group.getByRole('link', link).click()
  }
  const shown = page.locator('[data-items] > li:visible')
  await facet('长短', { name: /2分钟以内/ })
  await expect(shown.first()).toBeVisible()
  const lengths = await shown.locator('.dur').allInnerTexts()
  expect(lengths.length).toBeGreaterThan(3)
  for (const length of lengths) expect(length).toMatch(/^0[01]:[0-5]\d$/)
  await expect(page).toHaveURL(/\?length=short$/)
  await facet('组织', { name: /西湖汇/ })
  await expect(shown).toHaveCount(1)
  await expect(shown).toContainText('网络公益')
})

test.describe('a phone on its side', () => {
  test.use({ viewport: { width: 667, height: 375 } })

  test('shows the player whole', async ({ page }) => {
    await open(page)
    const player = page.locator('[data-player]')
    await player.evaluate((element) => element.scrollIntoView())
    const { y, height } = (await player.boundingBox()) ?? { y: -1, height: Infinity }
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y + height).toBeLessThanOrEqual(375)
    await expect(page.locator('.ctl')).toBeVisible()
  })
})

test('a film can be taken along, and says how large its files are', async ({ page }) => {
  await open(page)
  const files = page.locator('.takes a')
  await expect(files.first()).toHaveText(/横版，\d+\.\dMB/)
  for (const file of await files.all()) await expect(file).toHaveAttribute('download', '')
})
