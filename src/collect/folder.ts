import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskReason } from '../model/disk.ts'
import { fault, tooLong } from './origin.ts'
import type { Answer, Asked, Origin } from './origin.ts'

/** A portal that was built into a folder; `folder` is absolute. */
export class FolderOrigin implements Origin {
  constructor(private readonly folder: string) {}

  get({ path, bytes }: Asked): Promise<Answer> {
    return Promise.resolve(this.read(path, bytes))
  }

  private read(path: string, bytes: number): Answer {
    try {
      const steps = path.split('/')
      const places = steps.map((_, index) => join(this.folder, ...steps.slice(0, index + 1)))
      const stats = places.map((place) => lstatSync(place))
      const { size } = stats.at(-1) ?? {}
      if (stats.some((stat) => stat.isSymbolicLink())) return fault('是符号链接，不收。')
      if (!stats.at(-1)?.isFile() || size === undefined) return fault('不是文件，不收。')
      if (size > bytes) return tooLong(bytes)
      return { kind: 'file', bytes: readFileSync(places.at(-1) ?? ''), validators: {} }
    } catch (error) {
      const reason = diskReason(error)
      if (reason === undefined) throw error
      return fault(
        `读不出来：${reason}。from 要写那个门户构建好的文件夹，例如 ../ningbo/.vitepress/dist。`,
      )
    }
  }
}
