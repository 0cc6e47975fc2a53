import { z } from 'zod'
import { day, httpsUrl, line, slug } from './fields.ts'
import type { OpenCase, OpenFact, OpenSource, OpenText } from './open-data.ts'

const origin = z
  .string()
  .refine(
    (from) => addressFrom(from) !== undefined || isRelativeFolder(from),
    '要写那个门户的网址，以 https:// 开头，后面没有 ? 和 #；或者相对于本门户的文件夹，例如 ../ningbo/dist。',
  )

/** `collect` in `site.yaml`: the portals that this one collects cases from. */
export const collectSettings = z
  .array(
    z.strictObject({
      id: slug.meta({ title: '编号', description: 'collected/ 里的文件夹用它。' }),
      name: line
        .max(20, '不要超过 20 个字。')
        .optional()
        .meta({ title: '名称', description: '页面上写“来自”谁；不写就用那个门户自己的名称。' }),
      from: origin.meta({
        title: '从哪里收',
        description: '那个门户的网址，或者它构建好的文件夹（相对于本门户）。',
      }),
    }),
  )
  .max(100, '最多 100 个门户。')
  .superRefine((portals, context) => {
    const seen = new Set<string>()
    for (const [index, { id }] of portals.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: [index, 'id'], message: '编号用过了，换一个。' })
      seen.add(id)
    }
  })
export type CollectSetting = z.infer<typeof collectSettings>[number]

/** The address a portal's files stand below, with a slash at its end; undefined where it is none. */
export function addressFrom(from: string): string | undefined {
  if (!/^https:\/\/[^?#\\\s]+$/.test(from) || !URL.canParse(from)) return undefined
  const { href, username, password } = new URL(from)
  if (username || password) return undefined
  return href.endsWith('/') ? href : `${href}/`
}

function isRelativeFolder(from: string): boolean {
  return /^(?!\/)[^\\:\p{C}]+$/u.test(from)
}

const address = z.string().refine((from) => addressFrom(from) === from, '要写 https:// 的网址。')

/** A file below the portal's folder in `collected/`, or below its base: `data/cases.json`. */
const filePath = z
  .string()
  .regex(/^([a-z0-9-]+\/){0,2}[a-z0-9-]+\.json$/, '要写相对的路径，例如 texts/hangzhou.json。')

/** `portal.json`: where what is in the folder came from, and what it was when it came. */
export const portalRecord = z.strictObject({
  version: z.literal(1),
  id: slug,
  name: line.max(60),
  /** Absent where a folder was collected whose portal names no public address. */
  address: address.optional(),
  collected: day,
  licence: z.strictObject({ name: line, url: httpsUrl }),
  /** Names the fields that the program knew then: one that knows others asks for everything again. */
  fields: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** By path in this folder: what was written there. */
  files: z.record(
    filePath,
    z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.number().int().nonnegative(),
    }),
  ),
  /** By path below the address: what lets the server say that nothing has changed. */
  fetched: z
    .record(
      filePath,
      z.strictObject({ etag: line.max(200).optional(), modified: line.max(60).optional() }),
    )
    .default({}),
})
export type PortalRecord = z.infer<typeof portalRecord>

/** What one portal publishes and this one shows, with its origin. */
export interface CollectedPortal {
  /** Its `name` is the one that `site.yaml` gives it, where it gives one. */
  record: PortalRecord
  /** In path order, without what was withdrawn there. */
  cases: readonly OpenCase[]
  /** By id: those that the cases name. */
  facts: ReadonlyMap<string, OpenFact>
  sources: ReadonlyMap<string, OpenSource>
  /** The text of a case, read when it is asked for; undefined where there is none. */
  textOf: (one: OpenCase) => CollectedText | undefined
}

export interface CollectedText {
  /** Names what stands in it: SHA-256 in hexadecimal. */
  sha256: string
  /** None where the file cannot be read. */
  parts: () => OpenText['parts']
}

/** The file of a case's text in its portal's folder: `texts/hangzhou.json` of `/cases/hangzhou.html`. */
export function textFile(one: Pick<OpenCase, 'path'>): string {
  return `texts/${slugOfCase(one)}.json`
}

/** The name of a case's page in its portal: `hangzhou` of `/cases/hangzhou.html`. */
export function slugOfCase({ path }: Pick<OpenCase, 'path'>): string {
  return path.slice('/cases/'.length, -'.html'.length)
}
