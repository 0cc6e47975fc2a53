import { pictureFile } from '../handbook.ts'
import { inKilobytes } from './budgets.ts'
import type { Step } from './step.ts'

/** Images, films, captions and the handbook's pictures, at the addresses pages name. */
export const copyMedia: Step = {
  name: '复制图片和视频',
  run({ library, outward, output }) {
    const { image } = library.site.budgets
    const heavy = [...library.media.values()].filter(
      ({ type, bytes }) => type.startsWith('image/') && bytes > image * 1024,
    )
    if (heavy.length > 0) {
      const named = heavy.map(({ path, bytes }) => `${path} ${inKilobytes(bytes)}`).join('\n')
      console.error(`超过了site.yaml里budgets的上限，一张图片${image}KB：\n${named}`)
      return 'failed'
    }
    const media = [...library.media.values()].map(({ url, bytes }) => ({
      path: url.slice(1),
      bytes,
    }))
    // Films take the most by far: said before they fill the disk.
    const noRoom = output.roomFault(media)
    if (noRoom) {
      console.error(`图片、视频和附件放不下，没有复制。${noRoom}上一次的输出保持原样。`)
      return 'failed'
    }
    const { pictures } = outward.handbook
    const copied = [
      ...[...library.media.values()].map(({ url, absolute }) => ({
        path: url.slice(1),
        from: absolute,
      })),
      ...pictures.map((picture) => ({ path: picture.path, from: pictureFile(picture) })),
    ]
    for (const { path, from } of copied) output.copy(path, from)
    for (const { path, text } of library.captions.values())
      output.write(path.replace(/^content\//, ''), text)
    return { count: copied.length + library.captions.size, unit: '个文件' }
  },
}
