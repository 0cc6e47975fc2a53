import { signatureOf } from './signatures.ts'
import type { Signature } from './signatures.ts'

/** What a file really is when it is not what its name says, and what to do. */
interface RealKind {
  message: string
  hint: string
}

const asPicture = '用 npm run picture 做成能用的图片，再放进来。'
const asFilm = '用 npm run film 做成能放的视频，再放进来。'

type FileAdvice = [name: string, hint: string]
const otherPicture: FileAdvice = ['GIF、BMP、TIFF 一类的图片', `另存为 JPEG 或 PNG，${asPicture}`]
const archive: FileAdvice = ['压缩包或别的办公文件', '用它本来的扩展名；文章用 npm run import。']
const office: FileAdvice = ['旧版的 Office 或 WPS 文件', '用 Word 或 WPS 打开，另存为 .docx。']

/** Kinds of files by their signature: what they are called, and what to do. */
const adviceBySignature: Readonly<Partial<Record<Signature, FileAdvice>>> = {
  jpeg: ['JPEG 图片', '把扩展名改成 .jpg。'],
  png: ['PNG 图片', '把扩展名改成 .png。'],
  webp: ['WebP 图片', '把扩展名改成 .webp。'],
  avif: ['AVIF 图片', '把扩展名改成 .avif。'],
  heic: ['苹果手机的 HEIC 照片', '浏览器放不出来：在电脑上用看图软件另存为 JPEG，再放进来。'],
  ...{ gif: otherPicture, bmp: otherPicture, tiff: otherPicture, photoshop: otherPicture },
  metafile: otherPicture,
  film: ['别的格式的视频', asFilm],
  sound: ['录音，没有画面', '这里要视频；把内容写成文字也行。'],
  pdf: ['PDF', '把扩展名改成 .pdf。'],
  ...{ zip: archive, archive, compound: office, rtf: office },
  web: ['网页', '下载时存成了网页，重新下载文件本身。'],
}

/** Name a file by its bytes, whatever its name says. */
export function realKindOf(head: Uint8Array): RealKind {
  if (head.length === 0) return { message: '文件是空的，没有传完。', hint: '重新拷贝或下载一次。' }
  const signature = signatureOf(head)
  const [name, hint] = (signature && adviceBySignature[signature]) ?? []
  if (name !== undefined && hint !== undefined)
    return {
      message: `文件内容和扩展名对不上：里面是${/^\w/.test(name) ? ' ' : ''}${name}。`,
      hint,
    }
  const isText = !head.subarray(0, 4096).some((byte) => byte < 9)
  return {
    message: `文件内容和扩展名对不上：${isText ? '里面是文字' : '认不出里面是什么，可能坏了'}。`,
    hint: '找回真正的图片、视频或文档，用它本来的格式重新导出。',
  }
}
