import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './portal.ts'
import { asked, doubleSpeech, endUtterance, silence } from './speech-double.ts'

const chinese = [
  { name: 'Samantha', lang: 'en-US' },
  { name: 'Tingting', lang: 'zh-CN' },
  { name: 'Meijia', lang: 'zh-TW' },
]
const last = async (page: Parameters<typeof asked>[0]) =>
  (await asked(page)).filter(({ text }) => text !== silence).at(-1)
/** After a silence the page lets the voice settle before it says the next sentence. */
const untilItSpeaks = (page: Parameters<typeof asked>[0]) =>
  expect.poll(async () => (await asked(page)).at(-1)?.text).not.toBe(silence)

test.use({ contextOptions: { reducedMotion: 'reduce' } })
// Every sentence is a journey of its own, on what may be a busy machine.
test.describe.configure({ timeout: 120_000 })

test('a case is read aloud, sentence by sentence, marked and in view', async ({ page }) => {
  await doubleSpeech(page, chinese)
  await page.goto('/cases/hangzhou-smart-database.html')
  const listen = page.getByRole('button', { name: '收听全文' })
  await listen.click()
  const dock = page.getByRole('region', { name: '收听' })
  await expect(dock).toContainText('第1段')
  await expect(dock).toContainText('合成语音')
  await expect.poll(() => last(page)).toMatchObject({ voice: 'Tingting', rate: 1 })
  const said: string[] = []
  for (let turn = 0; turn < 12; turn++) {
    const mark = page.locator('mark.say').first()
    await expect(mark).toBeInViewport()
    const { bottom, top } = await mark.evaluate((one) => one.getBoundingClientRect().toJSON())
    const floor = await dock.evaluate((one) => one.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(floor)
    const before = (await asked(page)).length
    await endUtterance(page)
    await expect.poll(async () => (await asked(page)).length).toBeGreaterThan(before)
    said.push((await last(page))?.text ?? '')
  }
  const whole = said.join('')
  expect(whole).toContain('六百余家')
  expect(whole).not.toMatch(/[\d“”[\]]/)
})

test('the dock pauses, goes on, turns back and on, and leaves the text as it was', async ({
  page,
}) => {
  await doubleSpeech(page, chinese)
  await page.goto('/cases/hangzhou-smart-database.html')
  const prose = page.locator('.prose')
  const before = await prose.innerHTML()
  await page.getByRole('button', { name: '收听全文' }).click()
  const dock = page.getByRole('region', { name: '收听' })
  await dock.getByRole('button', { name: '下一段' }).click()
  await dock.getByRole('button', { name: '下一段' }).click()
  await expect(dock).toContainText('第3段')
  await dock.getByRole('button', { name: '上一段' }).click()
  await expect(dock).toContainText('第2段')
  await untilItSpeaks(page)
  await dock.getByRole('button', { name: '暂停' }).click()
  const count = (await asked(page)).length
  expect((await asked(page)).at(-1)?.text).toBe(silence)
  await expect(page.getByRole('button', { name: '接着听' })).toBeVisible()
  const paused = (await asked(page)).filter(({ text }) => text !== silence).at(-1)
  await dock.getByRole('button', { name: '播放' }).click()
  await expect.poll(async () => (await asked(page)).length).toBeGreaterThan(count)
  expect(await last(page)).toEqual(paused)
  await dock.getByRole('button', { name: '停止' }).focus()
  await page.keyboard.press('Enter')
  await expect(dock).toHaveCount(0)
  await expect(page.getByRole('button', { name: '收听全文' })).toBeFocused()
  await expect(page.locator('mark.say')).toHaveCount(0)
  expect(await prose.innerHTML()).toBe(before)
})

test('speed and voice are kept on the device', { tag: '@any-width' }, async ({ page }) => {
  await doubleSpeech(page, chinese)
  await page.goto('/people/song-xuewen.html')
  await page.getByRole('button', { name: '收听全文' }).click()
  await page.getByRole('button', { name: '语速1倍' }).click()
  await page.getByRole('combobox', { name: '声音' }).selectOption('Meijia（台湾）')
  await expect.poll(() => last(page)).toMatchObject({ voice: 'Meijia', rate: 1.25 })
  await page.goto('/cases/hangzhou.html')
  await page.getByRole('button', { name: '收听全文' }).click()
  await expect.poll(() => last(page)).toMatchObject({ voice: 'Meijia', rate: 1.25 })
})

test('a course goes on with its next lesson', { tag: '@any-width' }, async ({ page }) => {
  await doubleSpeech(page, chinese)
  await page.goto('/training/read-a-case/contact-points.html')
  const next = await page.getByRole('link', { name: /^下一课/ }).getAttribute('href')
  await page.getByRole('button', { name: '收听全文' }).click()
  const dock = page.getByRole('region', { name: '收听' })
  await expect(dock).toContainText('第1段')
  const paragraphs = Number(/共(\d+)段/.exec((await dock.textContent()) ?? '')?.[1])
  expect(paragraphs).toBeGreaterThan(5)
  for (let at = 1; at < paragraphs; at++) await dock.getByRole('button', { name: '下一段' }).click()
  // An utterance ends on this lesson only: the next one is to begin with its first paragraph.
  const there = JSON.stringify(next)
  const endHere = `location.pathname.endsWith(${there}) || void ('speechDouble' in window && endUtterance())`
  while (!(await page.evaluate(endHere).catch(() => false))) await page.waitForTimeout(120)
  await expect(page.getByRole('region', { name: '收听' })).toContainText('第1段')
  expect(new URL(page.url()).hash).toBe('')
})

test(
  'a browser that refuses or loses the voice says what to do',
  { tag: '@any-width' },
  async ({ page }) => {
    await doubleSpeech(page, chinese)
    await page.goto('/videos/industry-committee.html')
    await page.getByRole('button', { name: '收听全文' }).click()
    const dock = page.getByRole('region', { name: '收听' })
    await expect.poll(async () => (await asked(page)).length).toBeGreaterThan(0)
    await endUtterance(page, 'not-allowed')
    await expect(dock).toContainText('按播放接着听')
    await dock.getByRole('button', { name: '播放' }).click()
    await expect(dock.getByRole('button', { name: '暂停' })).toBeVisible()
    await expect.poll(async () => (await asked(page)).length).toBeGreaterThan(1)
    await endUtterance(page, 'synthesis-failed')
    await expect(dock).toContainText('换一个声音')
  },
)

test('it is not offered without a Chinese voice', { tag: '@any-width' }, async ({ page }) => {
  await doubleSpeech(page, [{ name: 'Samantha', lang: 'en-US' }])
  await page.goto('/cases/hangzhou.html')
  // No gap on the first visit either, while voices are waited for.
  await expect(page.locator('html')).not.toHaveAttribute('data-speech')
  await expect(page.locator('.lsn')).toHaveAttribute('hidden', { timeout: 8000 })
  await page.goto('/cases/hangzhou-contact-points.html')
  await expect(page.locator('html')).not.toHaveAttribute('data-speech')
})

test('a voice that comes late moves nothing', { tag: '@any-width' }, async ({ page }) => {
  await page.addInitScript(() => {
    const moved: number[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        moved.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await doubleSpeech(page, chinese, 'drawn')
  const button = page.getByRole('button', { name: '收听全文' })
  const settled = async () => {
    await expect(button).toBeVisible()
    await page.waitForTimeout(300)
    expect(await page.evaluate('moved')).toEqual([])
    return page.locator('.prose').evaluate((prose) => prose.getBoundingClientRect().top)
  }
  // The first visit has no place for it: it floats. The next page has one.
  await page.goto('/cases/hangzhou-contact-points.html')
  const above = await settled()
  await expect(button).toBeInViewport()
  await page.reload()
  expect(await settled()).toBeGreaterThan(above)
  await expect(page.locator('.lsn')).not.toHaveClass(/is-late/)
})

test('a late voice is asked for, and its button stands below the title', async ({ page }) => {
  await doubleSpeech(page, chinese, 'drawn')
  await page.goto('/cases/hangzhou.html')
  const button = page.locator('.lsn > button')
  await expect(page.locator('.lsn')).toHaveClass(/is-late/)
  await button.click()
  await expect(page.getByRole('region', { name: '收听' })).toBeVisible()
  await expect(button).toBeFocused()
  await expect(page.locator('.lsn')).not.toHaveClass(/is-late/)
})

test(
  'no place is kept for it where nothing can speak, as in WeChat on Android',
  { tag: '@any-width' },
  async ({ page }) => {
    await page.addInitScript(
      'delete Window.prototype.speechSynthesis; delete window.speechSynthesis',
    )
    await page.goto('/cases/hangzhou.html')
    await expect(page.locator('.lsn')).toBeHidden()
    await expect(page.locator('html')).not.toHaveAttribute('data-speech')
  },
)

for (const size of ['', 'large'])
  test(`reading aloud is accessible ${size}`, async ({ page }) => {
    await page.addInitScript((chosen) => {
      localStorage.setItem('chaotou:display', JSON.stringify({ size: chosen }))
    }, size)
    await doubleSpeech(page, chinese)
    await page.goto('/cases/hangzhou-smart-database.html')
    await page.getByRole('button', { name: '收听全文' }).click()
    const dock = page.getByRole('region', { name: '收听' })
    await dock.getByRole('button', { name: '下一段' }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    const least = size ? 52 : 44
    for (const control of await dock.locator('button, select').all()) {
      const box = await control.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(least)
    }
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })

/** Six seconds of silence, eight thousand bytes a second. */
function silentWav(): Buffer {
  const samples = 6 * 8000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples, 40)
  return Buffer.concat([head, Buffer.alloc(samples, 128)])
}

test('a recording marks the sentence it reads, and leaves the text as it was', async ({ page }) => {
  const address = '/cases/hangzhou-smart-database.html'
  await page.goto(address)
  const prose = page.locator('.prose')
  const before = await prose.innerHTML()
  const text = (await prose.locator('h2 ~ p').first().innerText()).replace(/\[\d+\]/g, '')
  const [first = '', second = ''] = text.match(/[^。]+。/g) ?? []
  const captions = `WEBVTT\n\n00:00.000 --> 00:01.500\n${first}\n\n00:01.500 --> 00:06.000\n${second}\n`
  await page.route('**/media/read.vtt', (route) =>
    route.fulfill({ contentType: 'text/vtt', body: captions }),
  )
  await page.route('**/media/read.wav', (route) =>
    route.fulfill({ contentType: 'audio/wav', body: silentWav() }),
  )
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch()
    const html = (await response.text()).replace(
      /<div data-island="listening".*?<\/div>/s,
      '<div class="lsn lsn--recorded"><div data-island="recording" data-when="visible"><audio controls preload="none" src="/media/read.wav"><track kind="captions" srclang="zh-CN" src="/media/read.vtt"></audio></div></div>',
    )
    await route.fulfill({ response, body: html })
  })
  await page.goto(address)
  await page.locator('[data-island="recording"][data-awake]').waitFor()
  const audio = page.locator('audio')
  await audio.evaluate((one: HTMLAudioElement) => one.play())
  const read = async () => (await page.locator('mark.say').allInnerTexts()).join('')
  const plain = (words: string) => words.replace(/[\s\u2060]/g, '')
  await expect.poll(async () => plain(await read())).toBe(plain(first))
  await expect.poll(async () => plain(await read())).toBe(plain(second))
  await expect(page.locator('mark.say').first()).toBeInViewport()
  await expect
    .poll(() => audio.evaluate((one: HTMLAudioElement) => one.ended), { timeout: 20_000 })
    .toBe(true)
  await expect(page.locator('mark.say')).toHaveCount(0)
  expect(await prose.innerHTML()).toBe(before)
})
