import { imageSize } from 'image-size'
import { mediaKinds } from '../content/file-rules.ts'
import { gap } from '../model/placeholder.ts'
import type { ImportFinding, Picture } from './blocks.ts'

export interface PlacedPictures {
  /** Files to write: what the portal shows below `content/media/`, the rest beside the report. */
  files: { path: string; bytes: Uint8Array }[]
  /** A picture as a Markdown paragraph, by its index. */
  markdown: (index: number) => string | undefined
  findings: ImportFinding[]
}

/** Give every picture a file and an alternative text to be written. */
export function placePictures(pictures: readonly Picture[], slug: string): PlacedPictures {
  const files = new Map<string, Uint8Array>()
  const findings: ImportFinding[] = []
  const paragraphs = pictures.map((picture, index) => {
    const { bytes, name, address } = picture
    if (!bytes) {
      const where = address?.startsWith('data:') ? '写在网页里面' : address || name
      findings.push({
        kind: 'lost',
        message: `图片没有放进草稿，它不在文件里：${where.slice(0, 300)}。`,
      })
      return undefined
    }
    const kind = Object.entries(mediaKinds).find(
      ([, { type, matches }]) => type.startsWith('image/') && matches(bytes),
    )
    const size = sizeOf(bytes)
    const said = `${size}${Math.ceil(bytes.length / 1024)} KB`
    if (!kind) {
      const path = `imports/${slug}/${index + 1}-${name.toLowerCase().replace(/[^a-z0-9.]+/g, '-') || 'picture'}`
      files.set(path, bytes)
      findings.push({
        kind: 'lost',
        message: `图片“${name}”的格式不能用在网页上，存到了 ${path}，请转成 PNG 或 JPEG。`,
      })
      return undefined
    }
    const path = `/media/${slug}/image-${index + 1}${kind[0]}`
    files.set(`content${path}`, bytes)
    const alt = altText(picture.alt)
    if (!alt)
      findings.push({
        kind: 'decide',
        message: `图片 ${path}（${said}）没有替代文字，请写上画面里有什么。`,
      })
    return `![${alt || gap('图片上有什么')}](${path})`
  })
  return {
    files: [...files].map(([path, bytes]) => ({ path, bytes })),
    markdown: (index) => paragraphs[index],
    findings,
  }
}

/** Descriptions that Word makes up (`图片 1`, `Picture 3`) say nothing. */
function altText(written: string): string {
  const text = written
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[[\]\\`*<]/g, '')
    .trim()
  return /^(图片|图像|picture|image|图)?\s*\d*(\.\w{3,4})?$/i.test(text) ? '' : text.slice(0, 200)
}

function sizeOf(bytes: Uint8Array): string {
  try {
    const { width, height } = imageSize(bytes)
    return `${width}×${height} 像素，`
  } catch {
    // The library throws for what it cannot read; the size is only told.
    return ''
  }
}
