import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Step } from './step.ts'

/** Images, films and captions, at the addresses pages name. */
export const copyMedia: Step = {
  name: '复制图片和视频',
  run({ library, folder, write }) {
    for (const { url, absolute } of library.media.values()) {
      const target = join(folder, url)
      mkdirSync(dirname(target), { recursive: true })
      cpSync(absolute, target)
    }
    for (const { path, text } of library.captions.values())
      write(path.replace(/^content\//, ''), text)
    return { count: library.media.size + library.captions.size, unit: '个文件' }
  },
}
