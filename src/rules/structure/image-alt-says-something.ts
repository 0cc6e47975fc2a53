import type { Entry } from '../../content/library.ts'
import { entryRule } from '../engine/rule.ts'
import type { FindingPlace } from '../engine/rule.ts'

/** Words that say of an image only that it is one, or how a camera or a program numbered it. */
const generic =
  /^(一[张幅])?(图|图片|图像|照片|相片|截图|截屏|插图|配图|题图|封面|封面图|示意图|替代文字|image|picture|photo|img|dsc|pic|screenshot|untitled|alt)[\s_()（）:：.-]*[\d\s_-]*$/iu
const fileName = /\.(jpe?g|png|webp|avif|gif|bmp|tiff?|heic|svg)$/i
const path = /^([a-z]:[\\/]|\\\\|\.{0,2}\/|file:|https?:)/i

export const imageAltSaysSomething = entryRule({
  id: 'image-alt-says-something',
  summary: '图片的替代文字说明图里有什么，不是空的、“图片”或文件名。',
  severity: 'error',
  *check({ entry }) {
    for (const { alt, target, at } of altsOf(entry)) {
      const fault = faultOf(alt.trim(), target)
      if (fault)
        yield {
          at,
          message: `图片的替代文字${fault}，听页面的读者不知道图里有什么。`,
          hint: '用一句话写图里有什么、说明什么，例如“社区活动室里，十几位党员围坐讨论”。',
        }
    }
  },
})

function* altsOf(entry: Entry): Generator<{ alt: string; target: string; at: FindingPlace }> {
  for (const { text, target, position } of entry.body.images)
    yield { alt: text, target, at: { position } }
  const { cover } = entry.data
  if (cover) yield { alt: cover.alt, target: cover.image, at: { field: ['cover', 'alt'] } }
}

function faultOf(alt: string, target: string): string | undefined {
  const stem = target.replace(/^.*\/|\.\w+$/g, '')
  if (alt === '') return '是空的'
  if (path.test(alt)) return '是一个路径或网址'
  if (fileName.test(alt) || alt === stem) return `“${alt}”是文件名`
  if (generic.test(alt) || !/[\p{L}\p{N}]/u.test(alt)) return `“${alt}”等于没有写`
  return undefined
}
