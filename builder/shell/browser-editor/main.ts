import type { CmsConfig } from '@sveltia/cms'
import type { AdminConfig } from '../../../src/admin/config.ts'
import { fileFormat } from '../../../src/admin/entry-format.ts'

/** The editor speaks Chinese unless its user has chosen otherwise. */
function preferChinese(): void {
  const key = 'sveltia-cms.prefs'
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    const chosen = typeof saved === 'object' && saved !== null ? saved : {}
    if (!('locale' in chosen))
      localStorage.setItem(key, JSON.stringify({ ...chosen, locale: 'zh-CN' }))
  } catch {
    // Storage is blocked: the editor follows the browser's language.
  }
}

async function start(): Promise<void> {
  const response = await fetch('config.json')
  if (!response.ok) throw new Error(`config.json: ${response.status}`)
  // It reads its settings as it is loaded: it comes after they are made.
  const { default: CMS } = await import('@sveltia/cms')
  // The build writes this file from the model.
  const { cms, formats } = (await response.json()) as AdminConfig
  for (const [name, { extension, reading }] of Object.entries(formats))
    CMS.registerCustomFormat(name, extension, fileFormat(extension === 'md', reading))
  await CMS.init({ config: cms as CmsConfig })
}

preferChinese()
start().catch((error: unknown) => {
  document.body.textContent = `编辑器没有打开：${String(error)}。请刷新再试。`
})
