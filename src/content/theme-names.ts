import { themeComponents } from '../model/theme.ts'
import { nearest } from './nearest.ts'

/** Why a file of `theme/` replaces nothing, in a Chinese sentence; undefined when it does or is only used. */
export function themeNameFault(file: string): string | undefined {
  const [, name] = /^([^/]+)\.vue$/.exec(file) ?? []
  // What other components use is named in small letters or lies in a folder.
  if (name === undefined || name in themeComponents || /^[a-z]/.test(name)) return undefined
  const names = Object.keys(themeComponents)
  const guess = nearest(name, names)
  return `没有叫 ${name} 的部件，这个文件什么也没有换。${guess ? `你是不是要写 ${guess}.vue？` : `能换的有：${names.join('、')}。`}只给别的部件用的，文件名小写开头。`
}
