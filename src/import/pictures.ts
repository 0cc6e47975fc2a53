import { imageSize } from 'image-size'
import { mediaKinds } from '../content/file-rules.ts'
import { gap } from '../model/placeholder.ts'
import { altText } from './alt-text.ts'
import type { ImportFinding, Picture } from './blocks.ts'

/** Gives pictures files as the text comes to them: what the text does not show is not written. */
export class PicturePlaces {
  /** Files to write: what the portal shows below `content/media/`, the rest beside the report. */
  readonly #files = new Map<string, Uint8Array>()
  readonly #pictures: readonly Picture[]
  readonly #slug: string
  readonly #findings: ImportFinding[] = []
  readonly #shown = new Set<number>()

  constructor(pictures: readonly Picture[], slug: string) {
    this.#pictures = pictures
    this.#slug = slug
  }

  /** A picture as a Markdown paragraph, by its index; undefined when it cannot be shown. */
  markdown(index: number): string | undefined {
    const picture = this.#pictures[index]
    if (!picture) return undefined
    this.#shown.add(index)
    const { bytes, refused, name } = picture
    if (!bytes || refused !== undefined) return void this.#findings.push(missing(picture))
    const ending = endingOf(bytes)
    if (ending === undefined) return void this.#keepAside(index, bytes, name)
    const path = this.#pathOf(bytes) ?? `/media/${this.#slug}/image-${index + 1}${ending}`
    this.#files.set(`content${path}`, bytes)
    if (picture.changed !== undefined)
      this.#findings.push({
        kind: 'guessed',
        message: `图片 ${path} 照文档里显示的样子处理过（${picture.changed}），请看看对不对。`,
      })
    const alt = altText(picture.alt)
    this.#findings.push(...alt.findings.map((finding) => withPath(finding, path)))
    const size = `${sizeOf(bytes)}${Math.ceil(bytes.length / 1024)} KB`
    if (!alt.text)
      this.#findings.push({
        kind: 'decide',
        message: `图片 ${path}（${size}）没有替代文字，请写上画面里有什么。`,
      })
    return `![${alt.text || gap('图片上有什么')}](${path})`
  }

  /** What is written, and what is to be told, when the whole text has been written. */
  settle(): { files: { path: string; bytes: Uint8Array }[]; findings: ImportFinding[] } {
    const unshown = this.#pictures.filter((_, index) => !this.#shown.has(index))
    const absent = unshown.filter(
      ({ bytes, refused, place }) => !bytes && refused === undefined && place === undefined,
    )
    const aside = new Map<string, string[]>()
    for (const picture of unshown) {
      if (absent.includes(picture)) continue
      const place = picture.place ?? '没有放进草稿的文字'
      aside.set(place, [...(aside.get(place) ?? []), picture.name])
    }
    const files = [...this.#files].map(([path, bytes]) => ({ path, bytes }))
    return {
      files,
      findings: [...this.#findings, ...absent.map(missing), ...[...aside].map(leftOut)],
    }
  }

  /** A picture that stands in the text twice is one file. */
  #pathOf(bytes: Uint8Array): string | undefined {
    for (const [path, other] of this.#files)
      if (path.startsWith('content/') && areEqual(other, bytes)) return path.slice('content'.length)
    return undefined
  }

  #keepAside(index: number, bytes: Uint8Array, name: string): void {
    const safe = name.toLowerCase().replace(/[^a-z0-9.]+/g, '-') || 'picture'
    const path = `imports/${this.#slug}/${index + 1}-${safe}`
    this.#files.set(path, bytes)
    this.#findings.push({
      kind: 'lost',
      message: `图片“${name}”的格式不能用在网页上，存到了 ${path}，请转成 PNG 或 JPEG。`,
    })
  }
}

function missing({ refused, name, address }: Picture): ImportFinding {
  if (refused !== undefined) return { kind: 'lost', message: `图片“${name}”没有写出：${refused}` }
  const where = address?.startsWith('data:') ? '写在网页里面' : address || name
  return {
    kind: 'lost',
    message: `图片没有放进草稿，它不在文件里：${where.slice(0, 300)}。`,
  }
}

function leftOut([place, names]: readonly [string, readonly string[]]): ImportFinding {
  const message = `${place}里有${names.length}张图片，没有放进草稿，也没有写出：${names.join('、')}。`
  return { kind: 'lost', message }
}

function withPath({ message, ...rest }: ImportFinding, path: string): ImportFinding {
  return { ...rest, message: `图片 ${path}：${message}` }
}

function endingOf(bytes: Uint8Array): string | undefined {
  const kind = Object.entries(mediaKinds).find(
    ([, { type, matches }]) => type.startsWith('image/') && matches(bytes),
  )
  return kind?.[0]
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

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
