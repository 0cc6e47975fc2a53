import { z } from 'zod'

/** Names that Windows keeps for devices, whatever their ending. Source: Microsoft, Naming Files, Paths, and Namespaces. */
export function isDeviceName(name: string): boolean {
  return /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(name)
}

/** Lower-case letters, digits and hyphens: what a file name and a URL may hold, on every system. */
export const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/, '只能用小写字母、数字和连字符（a-z、0-9、-）。')
  .refine((name) => !isDeviceName(name), 'Windows 留着这个名字给设备用，换一个名字。')

/** A calendar day that exists, `YYYY-MM-DD`. */
export const day = z.iso.date('要写成 YYYY-MM-DD，而且是日历上有的日子，例如 2026-11-23。')

/** A day, a month or a year: as much of a date as the source gives. */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
  error: '要写成 YYYY、YYYY-MM 或 YYYY-MM-DD。',
})

/** Plain one-line text: no control characters, no line break. */
export const line = z
  .string()
  .trim()
  .min(1, '不能留空。')
  .regex(/^\P{Cc}*$/u, '要写在一行里，不能有换行或控制字符。')

export const text = z.string().trim().min(1, '不能留空。')

/** The id of a fact in `seeds/`, for example `hz-f11`. */
export const factId = z.string().regex(/^[a-z0-9]+-f\d+$/, '要写来源里的事实编号，例如 hz-f11。')

export const httpsUrl = z.string().refine(isWebUrl, '要写完整的网址，以 https:// 或 http:// 开头。')

/** The address of an entry inside the portal: `/cases/hangzhou`, with or without `.html`. */
export const entryPath = z
  .string()
  .regex(/^\/[a-z0-9-]+(\/[a-z0-9-]+)*(\/|\.html)?$/, '要写站内地址，例如 /cases/hangzhou。')

/** A media file: below `content/media/` when it starts with a slash, else beside the entry. */
export function mediaPath(...extensions: string[]) {
  const ending = extensions.join('|').replaceAll('.', '\\.')
  return z
    .string()
    .regex(
      new RegExp(`^(/media/|\\./)?[a-z0-9][a-z0-9/_-]*(${ending})$`),
      `要写媒体文件的路径，以 ${extensions.join('、')} 结尾，例如 /media/name${extensions[0]}。`,
    )
}

function isWebUrl(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value)
}
