import { toast } from '../study/toast.ts'

/** Say something once a visit, known by a key. */
export function sayOnce(key: string, words: string): void {
  if (!wasSaid(`chaotou:told-${key}`)) toast(words)
}

/** Where all storage is refused, the tab's own name still lasts from page to page. */
function wasSaid(key: string): boolean {
  try {
    const before = sessionStorage.getItem(key) !== null
    sessionStorage.setItem(key, '')
    return before
  } catch {
    const before = window.name.includes(key)
    if (!before) window.name += ` ${key}`
    return before
  }
}
