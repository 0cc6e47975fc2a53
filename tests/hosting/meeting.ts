import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

const shown = (page: Page) => page.locator('[data-slide][data-now]')
const host = (page: Page) => page.getByRole('toolbar', { name: '主持人操作' })

/**
 * A branch meeting of a ready pack, at any base: its agenda with a contest in place of the self-test, the
 * slides and the host's window, four teams to a tie and its decision, the record, the year. Returns its downloads' names.
 */
export async function holdMeeting(page: Page, home: string): Promise<string[]> {
  await page.clock.install()
  await page.goto(`${home}packs/know-the-base.html`)
  await page.getByRole('link', { name: '改议程' }).click()
  await page.locator('.meeting[data-ready]').waitFor()
  await page.getByLabel('分队比一场：知识竞赛').check()
  await page.getByRole('link', { name: '放映', exact: true }).click()
  await page.locator('.deck[data-show]').waitFor()
  await leadFromHostWindow(page)
  await turnTo(page, '学习')
  await page.clock.fastForward('40:00')
  await turnTo(page, '自测')
  await playToDecision(page)
  await page.keyboard.press('End')
  await shown(page).getByRole('link', { name: '写会议记录' }).click()
  await page.getByLabel('地点').fill('测试会议室')
  const record = await downloaded(page, 'DOCX')
  await page.goto(`${home}meetings.html`)
  await expect(page.locator('.yr-list li').first()).toContainText('开过')
  await page.goto(`${home}packs/know-the-base.html`)
  return [
    record,
    await downloaded(page, '幻灯片'),
    await downloaded(page, '电子书'),
    await downloaded(page, '离线包'),
  ]
}

async function leadFromHostWindow(page: Page): Promise<void> {
  await page.mouse.move(300, 300)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: '主持人窗口' }).click()
  const window = await opened
  await expect(window.getByText('放映窗口已连上')).toBeVisible({ timeout: 20_000 })
  await window.getByRole('button', { name: '下一页' }).click()
  await expect(shown(page)).toHaveAttribute('id', 's2')
  await window.close()
}

async function turnTo(page: Page, row: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if ((await shown(page).locator('.sl__where').textContent())?.startsWith(row)) return
    await page.keyboard.press('PageDown')
  }
  throw new Error(`no slides of ${row}`)
}

/** All four are right, then each wins a race: a tie, decided by a question of another course, for the pack's are used up. */
async function playToDecision(page: Page): Promise<void> {
  await shown(page).getByRole('link', { name: '开始知识竞赛' }).press('Enter')
  const setup = page.getByRole('dialog', { name: '知识竞赛' }).first()
  await setup.getByRole('button', { name: '4', exact: true }).click()
  await setup.getByRole('button', { name: '开始', exact: true }).click()
  for (const key of ['', '', '', '', '1', '4', '7', '0', '4']) {
    if (key) await page.keyboard.press(key)
    await expect(host(page).getByRole('button').first()).toContainText('答对')
    await page.keyboard.press('Enter')
    await expect(host(page).getByRole('button', { name: /下一题|加赛一题|看结果/ })).toBeVisible()
    await page.keyboard.press('PageDown')
  }
  await expect(page.getByRole('heading', { name: '二队加赛胜出' })).toBeVisible()
  await host(page).getByRole('button', { name: '回到放映' }).click()
  // The deck hears keys again when the contest has gone.
  await expect(page.locator('dialog[open]')).toHaveCount(0)
}

async function downloaded(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: new RegExp(name) }).click()
  return (await waiting).suggestedFilename()
}
