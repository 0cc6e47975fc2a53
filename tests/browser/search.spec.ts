import type { Locator, Page } from '@playwright/test'
import { buildSearchIndex } from '../../src/search/build.ts'
import type { SearchDocument } from '../../src/search/build.ts'
import { facetNames } from '../../src/corpus/facets.ts'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './portal.ts'

const casePage = '/cases/hangzhou.html'

async function openDialog(page: Page, address = casePage): Promise<Locator> {
  await page.goto(address)
  await page.getByRole('banner').getByRole('link', { name: '搜索' }).click()
  const dialog = page.getByRole('dialog', { name: '搜索' })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  return dialog
}

const field = (scope: Locator) => scope.getByRole('textbox', { name: '搜索全站' })
const hits = (scope: Locator) => scope.locator('.hit')

/** What readers type, and a title among the first three they are shown. */
const typed: { words: string; title: string | RegExp; correction?: string }[] = [
  { words: '联系点', title: '联系点怎么建' },
  { words: 'dangjian', title: '党建', correction: '党建' },
  { words: '網絡公益', title: '网络公益' },
  { words: '网络gongyi', title: '网络公益', correction: '网络公益' },
  { words: '“e心跟党走”', title: '“e心跟党走”' },
  { words: '第二十条', title: '第二十条' },
]

for (const { words, title, correction } of typed)
  test(`typing ${words} finds it`, { tag: '@any-width' }, async ({ page }) => {
    const dialog = await openDialog(page)
    await field(dialog).pressSequentially(words, { delay: 30 })
    await expect(hits(dialog).filter({ hasText: title }).first()).toBeVisible()
    await expect(hits(dialog).first().locator('mark').first()).toBeVisible()
    const line = dialog.getByText(/^已按/)
    if (correction) await expect(line).toContainText(`已按“${correction}”显示结果`)
    else await expect(line).toHaveCount(0)
    await expect(dialog.getByRole('status')).toContainText(/找到约?\d+条/)
  })

/** Other ways of typing, each with words that one of the first results shows. */
const ways: [way: string, words: string, shows: string | RegExp][] = [
  ['several terms', '联系点 企业', '联系点'],
  ['a quoted phrase', '“网络公益联盟”', '网络公益联盟'],
  ['a name in title marks', '《促进网信企业高质量发展行动计划》', /网信企业|没有找到/],
  ['a number with its unit', '600余家', '600余家'],
  ['a blank before the unit', '63 家', '63家'],
  ['a full date', '2021年6月9日', /2021|6月/],
  ['a date in digits', '2021-06-09', /2021|6月/],
  ['full-width letters and digits', '６００余家', '600余家'],
  ['pinyin with blanks', 'wang luo gong yi', '网络公益'],
  ['initials', 'wlgy', '网络公益'],
  ['mixed Latin and Han', 'e党建', 'e党建'],
  ['one character', '党', '党'],
  ['one digit', '6', /6|没有找到/],
  ['only marks', '——！？', '看全部内容'],
  [
    'a paste of a hundred characters',
    '互联网企业党组织怎样开展工作'.repeat(8).slice(0, 100),
    /没有找到|没有完全一样的|\d+条/,
  ],
]

test('every way of typing is answered', { tag: '@any-width' }, async ({ page }) => {
  const dialog = await openDialog(page)
  for (const [way, words, shows] of ways) {
    await field(dialog).fill('')
    await expect(dialog.getByRole('status'), way).toBeEmpty()
    await field(dialog).fill(words)
    await expect(dialog.locator('.dialog__body'), way).toContainText(shows)
    await expect(dialog.getByText('搜索暂时用不了'), way).toHaveCount(0)
  }
})

test('仍要搜 searches what was typed', { tag: '@any-width' }, async ({ page }) => {
  const dialog = await openDialog(page)
  await field(dialog).fill('网络gongyi')
  await dialog.getByRole('button', { name: '网络gongyi' }).click()
  await expect(dialog.getByText('没有找到“网络gongyi”')).toBeVisible()
  await expect(dialog.getByRole('link', { name: '看全部内容' })).toBeVisible()
})

test('kinds and facets narrow, with counts', async ({ page }) => {
  const dialog = await openDialog(page)
  await field(dialog).fill('公益')
  const kinds = dialog.getByRole('group', { name: '按类型筛选' })
  const cases = kinds.getByRole('button', { name: /^案例/ })
  const count = Number((await cases.locator('b').textContent()) ?? 0)
  await cases.click()
  await expect(cases).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog.getByRole('status')).toContainText(`找到${count}条`)
  for (const kind of await dialog.locator('.kind b').allTextContents()) expect(kind).toBe('案例')

  await dialog.getByText('更多筛选').click()
  const region = dialog.getByRole('group', { name: '按地区筛选' }).getByRole('button').first()
  const inRegion = Number((await region.locator('b').textContent()) ?? 0)
  await region.click()
  await expect(dialog.getByText('已选1项')).toBeVisible()
  await expect(dialog.getByRole('status')).toContainText(`找到${inRegion}条`)
  await dialog.getByRole('button', { name: '清除筛选' }).click()
  await expect(kinds.getByRole('button', { name: /^全部/ })).toHaveAttribute('aria-pressed', 'true')
})

test('a fact shows its figure and its source', { tag: '@any-width' }, async ({ page }) => {
  const dialog = await openDialog(page)
  await field(dialog).fill('63家')
  const fact = hits(dialog).filter({ hasText: '来源：' }).first()
  await expect(fact.locator('.kind')).toContainText('数读')
  await expect(fact.locator('mark').first()).toHaveText('63家')
  await fact.getByRole('link').click()
  await expect(page.locator('.facts li:target')).toBeInViewport()
})

test('all of it works by keyboard', async ({ page }) => {
  await page.goto(casePage)
  const opener = page.getByRole('banner').getByRole('link', { name: '搜索' })
  await opener.focus()
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: '搜索' })
  await expect(field(dialog)).toBeFocused()
  await page.keyboard.type('联系点')
  const links = dialog.locator('[data-hit]')
  await expect(links.nth(1)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(field(dialog)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()

  await page.keyboard.press('Control+k')
  await expect(field(dialog)).toHaveValue('联系点')
  await page.keyboard.press('ArrowDown')
  const address = await links.first().getAttribute('href')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${address}`)
})

test('Tab stays inside the open dialog', async ({ page }) => {
  const dialog = await openDialog(page)
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab')
    const outside = await page.evaluate(
      () => document.activeElement !== document.body && !document.activeElement?.closest('dialog'),
    )
    expect(outside).toBe(false)
  }
  await expect(dialog).toBeVisible()
})

test('no key opens the search while a reader types', async ({ page }) => {
  await page.goto('/index.html')
  await page.locator('#home-q').pressSequentially('a/b')
  await page.keyboard.press('Control+k')
  await expect(page.locator('#home-q')).toHaveValue('a/b')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
})

test('the form of the front page opens the dialog with its words', async ({ page }) => {
  await page.goto('/index.html')
  await page.locator('#home-q').fill('云课堂')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '搜索' })
  await expect(field(dialog)).toHaveValue('云课堂')
  await expect(hits(dialog).first()).toBeVisible()
  await expect(page).toHaveURL(/index\.html$/)
})

test('nothing fires during composition', { tag: '@any-width' }, async ({ page, context }) => {
  const dialog = await openDialog(page)
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const input = await context.newCDPSession(page)
  for (const text of ['l', 'lian', 'lian’xi’dian']) {
    const place = { selectionStart: text.length, selectionEnd: text.length }
    await input.send('Input.imeSetComposition', { text, ...place })
  }
  await page.waitForTimeout(400)
  await expect(dialog.getByText('看全部内容')).toBeVisible()
  expect(asked.filter((url) => /\/search\/[gwupt]-/.test(url))).toEqual([])
  await input.send('Input.insertText', { text: '联系点' })
  await expect(hits(dialog).filter({ hasText: '联系点怎么建' }).first()).toBeVisible()
})

test(
  'what was searched is kept on the device and can be erased',
  { tag: '@any-width' },
  async ({ page }) => {
    const dialog = await openDialog(page)
    await field(dialog).fill('联系点')
    await hits(dialog).first().locator('[data-hit]').click()
    await page.waitForLoadState()
    const again = await openDialog(page)
    await again.getByRole('button', { name: '联系点' }).click()
    await expect(field(again)).toHaveValue('联系点')
    await again.getByRole('button', { name: '清除', exact: true }).click()
    await again.getByRole('button', { name: '清除记录' }).click()
    await expect(again.getByText('最近搜过')).toHaveCount(0)
    expect(await page.evaluate(() => localStorage.getItem('chaotou:searches'))).toBeNull()
  },
)

test('search works where storage is blocked', { tag: '@any-width' }, async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  )
  const dialog = await openDialog(page)
  await field(dialog).fill('联系点')
  await expect(hits(dialog).first()).toBeVisible()
})

test(
  'the search page keeps what is asked in its address',
  { tag: '@any-width' },
  async ({ page }) => {
    await page.goto('/search.html?q=公益&kind=案例')
    const here = page.locator('.search-here')
    await expect(hits(here).first().locator('.kind b')).toHaveText('案例')
    await here.getByRole('button', { name: /^全部/ }).click()
    await field(here).fill('联系点')
    await expect(page).toHaveURL(`/search.html?q=${encodeURIComponent('联系点')}`)
    await page.reload()
    await expect(hits(here).filter({ hasText: '联系点怎么建' }).first()).toBeVisible()
    // The list stays below, and the ways in lead to this field.
    await page.locator('#all > summary').click()
    await expect(page.locator('#all a').first()).toBeVisible()
    await page.locator('h1').click()
    await page.keyboard.press('/')
    await expect(field(here)).toBeFocused()
  },
)

test.describe('when something is missing', { tag: '@any-width' }, () => {
  test('no manifest: says so, leads to the list, and tries again', async ({ page, faults }) => {
    await page.route('**/search/manifest.json', (route) => route.abort())
    const dialog = await openDialog(page)
    await field(dialog).fill('联系点')
    await expect(dialog.getByText('搜索暂时用不了').first()).toBeVisible()
    await expect(dialog.getByRole('link', { name: '看全部内容' })).toHaveAttribute(
      'href',
      /\/search\.html$/,
    )
    await page.unroute('**/search/manifest.json')
    await dialog.getByRole('button', { name: '再试一次' }).click()
    await expect(hits(dialog).first()).toBeVisible()
    faults.length = 0
  })

  test('no worker: the same, and a new worker is tried', async ({ page, faults }) => {
    await page.route('**/assets/worker*', (route) => route.abort())
    const dialog = await openDialog(page)
    await field(dialog).fill('联系点')
    await expect(dialog.getByText('搜索暂时用不了').first()).toBeVisible()
    await page.unroute('**/assets/worker*')
    await dialog.getByRole('button', { name: '再试一次' }).click()
    await expect(hits(dialog).first()).toBeVisible()
    faults.length = 0
  })

  test('no dialog code: the link leads to the list', async ({ page, faults }) => {
    await page.route('**/assets/dialog*', (route) => route.abort())
    await page.goto(casePage)
    await page.getByRole('banner').getByRole('link', { name: '搜索' }).click()
    await expect(page).toHaveURL(/\/search\.html$/)
    faults.length = 0
  })

  test('a damaged text: fewer results and a notice', async ({ page }) => {
    let spoilt = 0
    await page.route(/\/search\/t-/, (route) => {
      spoilt += 1
      return spoilt === 1 ? route.fulfill({ body: '{damaged' }) : route.continue()
    })
    const dialog = await openDialog(page)
    await field(dialog).fill('网络公益')
    await expect(hits(dialog).first()).toBeVisible()
    await expect(dialog.getByText('有一部分内容没有读到')).toBeVisible()
  })

  test('a missing shard: what is left, and a notice', async ({ page, faults }) => {
    let asked = 0
    await page.route(/\/search\/g-/, (route) => {
      asked += 1
      return asked === 1 ? route.fulfill({ status: 404 }) : route.continue()
    })
    const dialog = await openDialog(page)
    await field(dialog).fill('网络公益联盟')
    await expect(hits(dialog).first()).toBeVisible()
    await expect(dialog.getByText('有一部分内容没有读到')).toBeVisible()
    await dialog.getByRole('button', { name: '再试一次' }).click()
    await expect(dialog.getByText('有一部分内容没有读到')).toHaveCount(0)
    await expect(hits(dialog).first()).toBeVisible()
    faults.length = 0
  })

  test('offline: says so, and goes on when the network is back', async ({
    page,
    context,
    faults,
  }) => {
    const dialog = await openDialog(page)
    await context.setOffline(true)
    await page.route(/\/search\//, (route) => route.abort())
    await field(dialog).fill('联系点')
    await expect(dialog.getByText('现在没有网络').first()).toBeVisible()
    await page.unroute(/\/search\//)
    await context.setOffline(false)
    await expect(hits(dialog).first()).toBeVisible()
    faults.length = 0
  })

  test('slow: flat blocks after a second', async ({ page }) => {
    await page.route(/\/search\/[gt]-/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    const dialog = await openDialog(page)
    await field(dialog).fill('联系点')
    await expect(dialog.locator('.skel')).toBeVisible()
    await expect(hits(dialog).first()).toBeVisible()
    await expect(dialog.locator('.skel')).toHaveCount(0)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the form and the link lead to the complete list', async ({ page }) => {
    await page.goto('/index.html')
    await page.locator('#home-q').fill('联系点')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/search\.html\?q=/)
    await expect(
      page.locator('#all').getByRole('link', { name: '联系点怎么建' }).first(),
    ).toBeVisible()
    await expect(page.locator('[data-field]')).toHaveCount(0)
  })
})

const film: SearchDocument = {
  id: '/videos/film',
  path: '/videos/hangzhou-chaotou.html',
  title: '公益怎样凝聚人',
  kind: 'videos',
  kindLabel: '视频',
  facets: { collection: '视频' },
  sections: [
    { field: 'transcript', text: '先说为什么要做。', at: 3 },
    { field: 'transcript', text: '培育了五十余个最具影响力网络公益项目。', at: 126.5 },
  ],
}

/** Answers requests for the index from what `site` holds at the time. */
async function serveIndex(page: Page, site: () => Map<string, Uint8Array>): Promise<void> {
  await page.route('**/search/*.*', (route) => {
    const bytes = site().get(new URL(route.request().url()).pathname)
    return bytes ? route.fulfill({ body: Buffer.from(bytes) }) : route.fulfill({ status: 404 })
  })
}

const indexOf = (documents: SearchDocument[]): Map<string, Uint8Array> =>
  new Map(
    [...buildSearchIndex(documents, { facets: facetNames })].map(({ name, bytes }) => [
      `/${name}`,
      bytes,
    ]),
  )

test(
  'a tab left open over a deployment searches on',
  { tag: '@any-width' },
  async ({ page, faults }) => {
    const edited = { ...film, title: '公益怎样凝聚青年', date: '2024-01-01' }
    let site = indexOf([film])
    await serveIndex(page, () => site)
    const dialog = await openDialog(page)
    await field(dialog).fill('影响力网络公益')
    await expect(hits(dialog).first()).toContainText('公益怎样凝聚人')
    site = indexOf([edited])
    await field(dialog).fill('为什么要做')
    await expect(hits(dialog).first()).toContainText('公益怎样凝聚青年')
    await expect(dialog.getByText('有一部分内容没有读到')).toHaveCount(0)
    // The browser itself reports the files that went with the old version.
    expect(faults.every((fault) => fault.includes('404'))).toBe(true)
    faults.length = 0
  },
)

test('a transcript hit leads to its second', { tag: '@any-width' }, async ({ page }) => {
  await serveIndex(page, () => indexOf([film]))
  const dialog = await openDialog(page)
  await field(dialog).fill('影响力网络公益')
  await expect(hits(dialog).locator('.kind b')).toHaveText('视频文稿')
  await dialog.getByRole('link', { name: '从02:06播放' }).click()
  await expect(page).toHaveURL(/\/videos\/hangzhou-chaotou\.html\?t=126$/)
})

const displays: Record<string, Record<string, string>> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  contrast: { theme: 'light', contrast: 'more' },
  large: { theme: 'light', size: 'large' },
}

test.describe(() => {
  // A colour in transition is no colour to judge.
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  for (const [name, display] of Object.entries(displays))
    test(`the dialog is accessible in ${name} and fits 320 px`, async ({ page }) => {
      await page.addInitScript(
        (saved) => localStorage.setItem('chaotou:display', JSON.stringify(saved)),
        display,
      )
      const dialog = await openDialog(page)
      await field(dialog).fill('网络gongyi')
      await dialog.getByText('更多筛选').click()
      await expect(dialog.getByRole('group', { name: '按主题筛选' })).toBeVisible()
      expect(await accessibilityFaults(page)).toEqual([])
      await field(dialog).fill('600家 魑魅')
      await expect(dialog.getByText('少了“魑魅”').first()).toBeVisible()
      expect(await accessibilityFaults(page)).toEqual([])
      await field(dialog).fill('魑魅魍魉'.repeat(12))
      await expect(dialog.getByText('没有找到').first()).toBeVisible()
      expect(await accessibilityFaults(page)).toEqual([])
      for (const words of ['网络gongyi', '600家 魑魅', '魑魅魍魉'.repeat(12)]) {
        await field(dialog).fill(words)
        await page.setViewportSize({ width: 320, height: 800 })
        await page.waitForTimeout(300)
        expect(await dialog.evaluate(overflow)).toEqual([])
      }
    })
})

/** Elements of the dialog that reach past the window. */
function overflow(dialog: Element): string[] {
  const limit = document.documentElement.clientWidth
  return [...dialog.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > limit + 1)
    .map((element) => element.outerHTML.slice(0, 120))
}
