import type { Page } from '@playwright/test'

/** Files of a portal by path: what an editor in the browser opens. */
type Folder = Record<string, string>

/** Text, as it runs in the page: a compiler's helpers are not there. */
const picker = `window.showDirectoryPicker = async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('portal')
  return Object.assign(folder, { requestPermission: async () => 'granted' })
}`

/**
 * Open the browser editor at an address on a local folder. Chromium's folder dialog cannot be driven,
 * so the page is handed a folder of the browser's own, filled with the portal's files.
 */
export async function openEditor(page: Page, address: string, files: Folder): Promise<void> {
  await page.addInitScript(picker)
  await page.goto(`${address}/404.html`)
  await page.evaluate(fillFolder, files)
  await page.goto(`${address}/admin/index.html`)
  await page.getByRole('button', { name: '使用本地仓库' }).click()
}

async function fillFolder(files: Folder): Promise<void> {
  const storage = await navigator.storage.getDirectory()
  const folder = await storage.getDirectoryHandle('portal', { create: true })
  await folder.getDirectoryHandle('.git', { create: true })
  for (const [path, text] of Object.entries(files)) {
    const [name = '', ...parents] = path.split('/').reverse()
    let parent = folder
    for (const part of parents.reverse())
      parent = await parent.getDirectoryHandle(part, { create: true })
    const handle = await parent.getFileHandle(name, { create: true })
    const stream = await handle.createWritable()
    await stream.write(text)
    await stream.close()
  }
}
