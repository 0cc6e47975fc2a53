import type { Locator, Page } from '@playwright/test'
import { expect, test } from './portal.ts'

const lesson = '/training/read-a-case/whole-picture.html'

interface Asked {
  kind: string
  options: string[]
  right: number[]
  explanation: string
  sources: { href: string }[]
}

/** The questions of a lesson as the page hands them to the island. */
async function questionsOf(page: Page): Promise<Asked[]> {
  const data = await page.locator('[data-island="quiz"]').getAttribute('data-props')
  return JSON.parse(data ?? '{}').questions
}

/** The first question with several right options and at least one wrong, on a page come to life. */
async function severalRight(page: Page): Promise<{ asked: Asked; box: Locator }> {
  const questions = await questionsOf(page)
  const index = questions.findIndex(({ kind, right }) => kind === 'multiple' && right.length > 1)
  const asked = questions[index]
  if (!asked) throw new Error('this lesson has no question with several right options')
  await page.locator('[data-island="quiz"]').scrollIntoViewIfNeeded()
  await page.locator('[data-island="quiz"][data-awake]').waitFor()
  return { asked, box: page.locator('fieldset.q').nth(index) }
}

test('course → lesson → quiz → explanation', async ({ page }) => {
  await page.goto('/training/index.html')
  await page.getByRole('link', { name: '读懂一个案例' }).click()
  await page.locator('.lessons a').last().click()
  await expect(page).toHaveURL(new RegExp(`${lesson}$`))
  const { asked, box } = await severalRight(page)
  const wrong = asked.options.findIndex((_, index) => !asked.right.includes(index))
  const show = box.getByRole('button', { name: '提交答案' })
  await expect(show).toBeDisabled()

  const choose = (index: number) => box.locator('label').nth(index).click()
  await choose(wrong)
  await show.click()
  await expect(box.locator('label').nth(wrong)).toContainText('选错了')
  for (const right of asked.right)
    await expect(box.locator('label').nth(right)).toContainText('漏选')
  const answer = box.getByRole('status')
  await expect(answer).toBeFocused()
  await expect(answer).toContainText('没答对，看看为什么')
  await expect(answer).toContainText(asked.explanation)
  await expect(answer.getByRole('link').first()).toHaveAttribute(
    'href',
    asked.sources[0]?.href ?? '',
  )

  await box.getByRole('button', { name: '再试一次' }).click()
  await expect(answer).toHaveCount(0)
  await expect(box.locator('input:checked')).toHaveCount(0)
  for (const right of asked.right) await choose(right)
  await show.click()
  await expect(answer).toContainText('答对了')
  await expect(box.locator('label', { hasText: '选对了' })).toHaveCount(asked.right.length)
  await answer.getByRole('link').first().click()
  await expect(page.locator('.facts li:target')).toBeInViewport()
})

test('a quiz works by keyboard', async ({ page }) => {
  await page.goto(lesson)
  const { asked, box } = await severalRight(page)
  const wrong = asked.options.findIndex((_, index) => !asked.right.includes(index))
  const choose = async (indexes: number[]) => {
    for (const [index] of asked.options.entries()) {
      await expect(box.locator('input').nth(index)).toBeFocused()
      if (indexes.includes(index)) await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
    }
    await expect(box.getByRole('button', { name: '提交答案' })).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await box.locator('input').first().focus()
  await choose([wrong])
  const answer = box.getByRole('status')
  await expect(answer).toContainText('没答对，看看为什么')
  await expect(answer).toBeFocused()
  for (let link = 0; link < asked.sources.length; link += 1) await page.keyboard.press('Tab')
  await expect(answer.getByRole('link').last()).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(box.getByRole('button', { name: '再试一次' })).toBeFocused()
  await page.keyboard.press('Enter')
  await choose(asked.right)
  await expect(answer).toContainText('答对了')
})

test('a question with one right option is answered with the arrow keys', async ({ page }) => {
  await page.goto(lesson)
  await severalRight(page)
  const index = (await questionsOf(page)).findIndex(({ kind }) => kind === 'single')
  const box = page.locator('fieldset.q').nth(index)
  await box.locator('input').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(box.locator('input').nth(1)).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(box.locator('input').nth(0)).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(box.getByRole('button', { name: '提交答案' })).toBeFocused()
})

test(
  'a single choice names the right answer, which nobody left out',
  { tag: '@any-width' },
  async ({ page }) => {
    await page.goto(lesson)
    await page.locator('[data-island="quiz"]').scrollIntoViewIfNeeded()
    await page.locator('[data-island="quiz"][data-awake]').waitFor()
    const questions = await questionsOf(page)
    const place = questions.findIndex(({ kind }) => kind !== 'multiple')
    const asked = questions[place]
    if (!asked) throw new Error('this lesson has no question with one right option')
    const box = page.locator('fieldset.q').nth(place)
    const wrong = asked.options.findIndex((_, index) => !asked.right.includes(index))
    await box.locator('label').nth(wrong).click()
    await box.getByRole('button', { name: '提交答案' }).click()
    await expect(box.locator('label').nth(wrong)).toContainText('选错了')
    await expect(box.locator('label').nth(asked.right[0] ?? -1)).toContainText('正确答案')
    await expect(box).not.toContainText('漏选')
  },
)

test('coming to life moves nothing and keeps what was chosen', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/assets/quiz.*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(lesson)
  const quiz = page.locator('[data-island="quiz"]')
  await quiz.scrollIntoViewIfNeeded()
  const height = () => quiz.evaluate((element) => element.getBoundingClientRect().height)
  const before = await height()
  await page.locator('fieldset.q').first().locator('label').nth(1).click()
  await expect(page.locator('fieldset.q input:checked')).toHaveCount(1)
  release()
  await page.locator('[data-island="quiz"][data-awake]').waitFor()
  await expect(page.locator('fieldset.q input:checked')).toHaveCount(1)
  await expect(page.getByRole('button', { name: '提交答案' }).first()).toBeEnabled()
  expect(await height()).toBe(before)
})

test(
  'a quiz that cannot be fetched still opens its answers',
  { tag: '@any-width' },
  async ({ page, faults }) => {
    await page.route('**/assets/quiz.*.js', (route) => route.abort())
    await page.goto(lesson)
    await page.locator('[data-island="quiz"]').scrollIntoViewIfNeeded()
    await expect.poll(() => faults.join()).toContain('页面仍可阅读')
    faults.length = 0
    const box = page.locator('fieldset.q').first()
    await box.locator('summary').click()
    await expect(box.locator('details p')).toBeVisible()
  },
)

test('lessons lead to the next, and the last back to the course', async ({ page }) => {
  await page.goto('/training/read-a-case/index.html')
  const count = await page.locator('.lessons a').count()
  await page.getByRole('link', { name: '开始第1课' }).click()
  for (let place = 1; place < count; place += 1) {
    await expect(page.locator('.art__head .eyebrow')).toContainText(`第${place}课，共${count}课`)
    await page.getByRole('link', { name: /^下一课/ }).click()
  }
  await page.getByRole('link', { name: '这是最后一课，回到课程' }).click()
  await expect(page).toHaveURL(/\/training\/read-a-case\/index\.html$/)
})

test('a table of sentences is read on a phone without scrolling far', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 720 })
  await page.goto('/training/charter-and-discipline/from-reminder-to-penalty.html')
  const { table, box } = await page
    .locator('.prose .tblwrap')
    .first()
    .evaluate((wrap) => ({ table: wrap.scrollWidth, box: wrap.clientWidth }))
  expect(table).toBeLessThan(box * 1.25)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a quiz opens its answers', async ({ page }) => {
    await page.goto(lesson)
    const [first] = await questionsOf(page)
    const box = page.locator('fieldset.q').first()
    await expect(box.getByText(first?.explanation ?? '')).toBeHidden()
    await box.locator('summary').click()
    await expect(box.getByText(first?.explanation ?? '')).toBeVisible()
    await expect(box.locator('details a').first()).toBeVisible()
  })
})
