import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './portal.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const id = '6f1d2c3a-0000-4000-8000-000000000001'
/** A meeting as the projector leaves it: planned, and its rows timed. */
const held = {
  id,
  at: '2026-12-04T08:01:00.000Z',
  title: '测试会议',
  forms: ['党员大会'],
  day: '2026-12-04',
  wanted: 60,
  rows: [
    { id: 1, kind: '签到', title: '', minutes: 3, pages: [], began: '15:00', ended: '15:04' },
    {
      id: 2,
      kind: '学习',
      title: '',
      minutes: 13,
      pages: ['/cases/hangzhou'],
      began: '15:04',
      ended: '15:17',
    },
    {
      id: 3,
      kind: '讨论',
      title: '',
      minutes: 16,
      pages: ['/packs/know-the-base'],
      began: '15:17',
      ended: '15:33',
    },
    {
      id: 4,
      kind: '布置',
      title: '测试的一件事',
      minutes: 4,
      pages: [],
      began: '15:33',
      ended: '15:36',
    },
  ],
}

/** Open the record of a meeting that this browser keeps. */
async function openRecord(page: Page): Promise<void> {
  await page.goto('/minutes.html')
  await expect(page.getByText('还没有排过会议')).toBeVisible()
  await page.evaluate(async (meeting) => {
    const open = indexedDB.open('chaotou-meetings')
    await new Promise((done) => (open.onsuccess = done))
    const transaction = open.result.transaction('meetings', 'readwrite')
    transaction.objectStore('meetings').put(meeting)
    await new Promise((done) => (transaction.oncomplete = done))
    open.result.close()
  }, held)
  await page.goto(`/minutes.html#id=${id}`)
  await page.reload()
  await expect(page.getByText('还有3处没填')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByLabel('学习的要点')).not.toHaveValue('')
}

test('a record is filled by the keyboard, kept, printed on one page and saved as .docx', async ({
  page,
  viewport,
}) => {
  test.skip(viewport?.width !== 1280, 'one width')
  test.setTimeout(90_000)
  await openRecord(page)
  await expect(page.locator('.mn-r .d')).toHaveText(['多1分', '一样', '一样', '少1分'])
  await page.getByRole('link', { name: '地点' }).press('Enter')
  await expect(page.getByLabel('地点')).toBeFocused()
  await page.keyboard.type('测试会议室')
  await page.getByLabel('应到', { exact: true }).fill('18')
  await page.getByLabel('实到', { exact: true }).fill('16')
  await expect(page.getByText('缺席2人，名单里写了0人。')).toBeVisible()
  for (const reason of ['因公外出', '请假']) {
    await page.getByRole('button', { name: '加一人' }).press('Enter')
    await expect(page.locator('.mn-abs li').last().getByRole('textbox')).toBeFocused()
    await page.locator('.mn-abs li').last().getByRole('combobox').selectOption(reason)
  }
  await expect(page.getByRole('heading', { name: '都填好了' })).toBeVisible()

  await page.getByLabel('这次有表决').press('Space')
  await expect(page.getByText('还有3处没填')).toBeVisible()
  const vote = page.getByRole('group', { name: '第1项表决' })
  for (const [name, count] of Object.entries({
    应到会有表决权: 18,
    实到: 16,
    赞成: 9,
    反对: 6,
    弃权: 1,
  }))
    await vote.getByLabel(name).fill(String(count))
  await expect(vote.getByRole('status')).toContainText('赞成9票，没有过应到会18人的一半，不通过')
  await vote.getByLabel('赞成').fill('15')
  await vote.getByLabel('反对').fill('0')
  await expect(vote.getByRole('status')).toContainText('赞成15票，超过应到会18人的一半')
  await expect(vote.getByRole('link')).toHaveAttribute('href', /#tbw-f33$/)
  await vote.getByLabel('表决事项').fill('测试事项')
  await page.getByLabel(/^第一问/).fill('测试发言')
  await page.getByLabel('照片：发言').check()

  // Kept, and as it was after coming again.
  await page.waitForTimeout(600)
  await page.reload()
  await expect(page.getByLabel(/^第一问/)).toHaveValue('测试发言')
  await expect(page.getByText('还有1处没填')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'DOCX' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('会议记录-2026-12-04.docx')
  const parts = unzipSync(new Uint8Array(readFileSync(await file.path())))
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const texts = Array.from(body.matchAll(/<w:t [^>]*>([^<]*)</g), ([, text]) => text ?? '')
  for (const words of [
    '草稿，供本支部存档',
    '党员大会：测试会议',
    '2026年12月4日15:00至15:36',
    '测试会议室',
    '〔姓名〕因公外出；〔姓名〕请假',
    '测试发言',
    '应到会有表决权18人，实到16人；赞成15，反对0，弃权1。赞成超过应到会的一半。',
    '缺席（写原因）',
  ])
    expect(texts).toContain(words)
  expect(texts.join('')).not.toContain('还没填')

  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: '打印', exact: true }).click()
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
})

test('a record of a ready pack begins with its materials, without the terms explained in them', async ({
  page,
  viewport,
}) => {
  test.skip(viewport?.width !== 1280, 'one width')
  await page.goto('/training/admission/activists.html')
  const explained = await page.locator('.gl p:first-child').allTextContents()
  expect(explained.length).toBeGreaterThan(0)
  await page.goto('/minutes.html#from=packs/admission-step-by-step')
  const learnt = page.getByLabel('学习的要点').nth(2)
  await expect(learnt).not.toHaveValue('')
  const fields = page.locator('.mn-what')
  const written = await fields
    .locator('textarea')
    .evaluateAll((all: HTMLTextAreaElement[]) => all.map(({ value }) => value).join('\n'))
  for (const one of explained)
    expect(written + (await fields.allTextContents()).join('')).not.toContain(one)
})

test('a record with a place and no day lacks its day, and is held when that is written', async ({
  page,
  viewport,
}) => {
  test.skip(viewport?.width !== 1280, 'one width')
  await page.goto('/minutes.html')
  await page.getByRole('button', { name: '新记一次' }).click()
  await page.getByLabel('日期').fill('')
  await page.getByLabel('地点').fill('测试会议室')
  await page.waitForTimeout(600)
  const record = page.url()
  await page.goto('/meetings.html')
  const row = page.locator('.yr-list li')
  await expect(row).toContainText('没写日期')
  await expect(row.locator('.s')).toHaveText('有记录，60分钟')
  await page.goto(record)
  await page.getByLabel('日期').fill('2026-03-13')
  await page.waitForTimeout(600)
  await page.goto('/meetings.html')
  await expect(row).toContainText('3月13日')
  await expect(row.locator('.s')).toHaveText('开过')
})

test('the record is readable and within the page, small and large, light and dark', async ({
  page,
  viewport,
}) => {
  test.skip(viewport?.width !== 375, 'widths of its own')
  test.setTimeout(120_000)
  await openRecord(page)
  await page.getByRole('button', { name: '改各项时间' }).click()
  await page.getByRole('button', { name: '加一人' }).click()
  await page.getByLabel('这次有表决').check()
  await page.getByLabel('应到会有表决权').fill('18')
  for (const [theme, size, width] of [
    ['light', '', 320],
    ['dark', 'large', 320],
    ['light', 'large', 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate(
      ([name, large]) => {
        document.documentElement.setAttribute('data-theme', name)
        document.documentElement.setAttribute('data-size', large)
      },
      [theme, size] as const,
    )
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await smallTargets(page)).toEqual([])
  }
})

/** Controls that a finger misses. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.mn-lay :is(button, select, textarea, .inp, label.ck, .mn-todo a)',
      ),
    ]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
      .map((one) => one.outerHTML.slice(0, 100)),
  )
}
