import { z } from 'zod'
import { collectSettings } from './collected.ts'
import { day, entryPath, factId, httpsUrl, line, slug } from './fields.ts'
import { spelt } from './spelling.ts'
import { accentFault } from './colours.ts'
import { symbolFault } from './symbol.ts'
import { synonyms } from './synonyms.ts'
import { modelVersion } from './version.ts'

const named = z.strictObject({
  name: line.meta({ title: '名称' }),
  slug: slug.meta({ title: '网址用名' }),
})
const vocabulary = z.array(
  z.union([named, line.transform((name) => ({ name, slug: spelt(name) }))]),
)

/** A preferred wording, and a name that checks and fixes leave as it is. */
const term = z.strictObject({
  use: line.meta({ title: '这样写' }),
  instead: z.array(line).default([]).meta({ title: '不这样写' }),
  protected: z.boolean().default(false).meta({
    title: '专名',
    description: '写 true 的，检查和修复都不改动它。',
  }),
  fixed: z.boolean().default(false).meta({
    title: '固定提法',
    description: '写 true 的，差一个字也提醒。通用的一份已经在程序里。',
  }),
})

/** The repository that the browser editor signs in to, in the terms of the CMS's own configuration. */
const backend = z.strictObject({
  name: z.enum(['github', 'gitlab', 'gitea']).meta({ title: '平台' }),
  repo: line.meta({ title: '仓库', description: '写成“用户或组织/仓库”。' }),
  branch: line.default('main').meta({ title: '分支' }),
  base_url: httpsUrl
    .optional()
    .meta({ title: '登录地址', description: '自建平台或登录代理的网址。' }),
  api_root: httpsUrl.optional().meta({ title: '接口地址', description: '自建平台才写。' }),
  auth_type: z.enum(['pkce', 'implicit']).optional().meta({ title: '登录方式' }),
  app_id: line.optional().meta({ title: '应用编号' }),
})

/** `#8a1538`: seen on every ground there is. */
const accent = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, '要写成 # 加六位，例如 "#8a1538"；# 前后要有引号。')
  .superRefine((colour, context) => {
    const fault = accentFault(colour)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })

const sectionName = line.max(4, '不要超过 4 个字。').optional()

const footerLink = z.strictObject({
  text: line.max(12, '不要超过 12 个字。').meta({ title: '文字' }),
  url: z
    .union([httpsUrl, entryPath])
    .meta({ title: '网址', description: '完整的网址，或站内地址。' }),
})

/** The parts of the front page below its first screen, in their usual order. */
export const homeParts = [
  'news',
  'packs',
  'people',
  'cases',
  'videos',
  'lessons',
  'facts',
  'topics',
] as const
export type HomePart = (typeof homeParts)[number]

const kilobytes = z.number().int().positive()

/** Topics of a portal that names none of its own. */
const defaultTopics = [
  '组织力',
  '智慧党建',
  '行业自律',
  '网络公益',
  '正能量传播',
  '网络治理',
  '教育培训',
  '抗疫',
  '乡村振兴',
]

/** The one-character names that begin a registration number. Source: 工业和信息化部备案管理系统 */
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

/** What an operator sets: `site.yaml`. An empty slot is not drawn. */
export const site = z.strictObject({
  name: line.default('潮头').meta({ title: '名称' }),
  tagline: line.default('互联网行业党建学习门户').meta({ title: '副名' }),
  description: line
    .default('把互联网企业党组织做过的事，整理成读得懂、查得到、能照着做的案例、视频和课程。')
    .meta({ title: '说明' }),
  base: z
    .string()
    .regex(/^\/([\w.-]+\/)*$/, '要以 / 开头、以 / 结尾，例如 / 或 /a/b/。')
    .default('/')
    .meta({ title: '部署路径' }),
  url: httpsUrl.optional().meta({
    title: '公开网址',
    description: '订阅、站点地图、分享图要用它。部署在子路径的，连子路径一起写。',
  }),
  profile: z.enum(['mainland']).optional().meta({
    title: '发布地区',
    description: 'mainland：在中国内地提供服务，备案号、主办单位、联系方式、公开网址都不能缺。',
  }),
  host: line.optional().meta({ title: '主办单位' }),
  icp: z
    .string()
    .regex(
      new RegExp(`^[${provinces}]ICP备(\\d{8}|\\d{10})号(-\\d{1,3})?$`),
      '要写备案系统给的网站备案号，例如“某ICP备12345678号-1”，“某”是省份简称。',
    )
    .optional()
    .meta({ title: 'ICP 备案号' }),
  police: z
    .string()
    .regex(
      new RegExp(`^[${provinces}]公网安备 ?\\d{14}号$`),
      '要写公安备案的编号，例如“某公网安备11223344556677号”，“某”是省份简称，数字是14位。',
    )
    .optional()
    .meta({ title: '公安备案号' }),
  contact: line.optional().meta({ title: '联系方式' }),
  security: z
    .strictObject({
      contact: z
        .array(
          z
            .string()
            .regex(
              /^(mailto:|https:\/\/|tel:)\S+$/,
              '要写以 mailto:、https:// 或 tel: 开头的地址。',
            ),
        )
        .min(1, '至少写一个地址。')
        .meta({ title: '报告安全问题的地址' }),
      expires: day.meta({ title: '有效期到', description: '不超过一年，到期前核对一次再改。' }),
    })
    .optional()
    .meta({ title: '安全联系', description: '写了就发布 /.well-known/security.txt。' }),
  licence: z
    .strictObject({
      name: line.meta({ title: '名称' }),
      url: httpsUrl.meta({ title: '网址' }),
    })
    .default({ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' })
    .meta({ title: '文字的许可' }),
  repository: httpsUrl.optional().meta({ title: '内容仓库', description: '纠错链接指向这里。' }),
  admin: z
    .strictObject({
      backend: backend.optional().meta({
        title: '内容仓库的登录',
        description: '不写就只能打开自己电脑上的文件夹。',
      }),
    })
    .optional()
    .meta({ title: '浏览器编辑器', description: '写了这一项，站点里才有 /admin/。' }),
  topics: vocabulary
    // Spelt only when asked for: it takes the whole dictionary.
    .default(() => defaultTopics.map((name) => ({ name, slug: spelt(name) })))
    .meta({ title: '主题表', description: '每项写 name 和 slug，或只写名称。' }),
  series: vocabulary.default([]).meta({ title: '系列表' }),
  measures: vocabulary
    .default([])
    .meta({ title: '举措表', description: '案例的 measures 只能用这里的词。' }),
  home: z
    .strictObject({
      lead: entryPath.optional().meta({ title: '头条案例' }),
      cases: z.array(entryPath).max(6, '最多六篇。').default([]).meta({ title: '案例' }),
      videos: z.array(entryPath).max(6, '最多六部。').default([]).meta({ title: '视频' }),
      people: z.array(entryPath).max(6, '最多六位。').default([]).meta({ title: '榜样' }),
      course: entryPath.optional().meta({ title: '从哪门课学起' }),
      chart: entryPath.optional().meta({ title: '数读旁边的图表' }),
      facts: z.array(factId).max(8, '最多八个。').default([]).meta({ title: '数字' }),
      topics: z.array(entryPath).max(8, '最多八个。').default([]).meta({ title: '专题与组织' }),
      order: z.array(z.enum(homeParts)).max(homeParts.length, '每一块只写一次。').default([]).meta({
        title: '先后',
        description:
          '首页各块的先后：news 最近新增、packs 学习包、people 榜样、cases 案例、videos 视频、lessons 学习、facts 数读、topics 专题；没写的排在后面。',
      }),
      searches: z.array(line).max(5, '最多五个。').default([]).meta({ title: '试试搜什么' }),
    })
    .prefault({})
    .meta({ title: '首页', description: '不写的栏目自动选最近的条目。' }),
  look: z
    .strictObject({
      accent: accent.optional().meta({
        title: '强调色',
        description: '线条和图形的颜色；文字和深色、高对比里的由程序按对比度推出。',
      }),
      mark: z
        .string()
        .superRefine((svg, context) => {
          const fault = symbolFault(svg)
          if (fault) context.addIssue({ code: 'custom', message: fault })
        })
        .optional()
        .meta({
          title: '标志',
          description: '一段SVG，页头和图标用；只能有图形，颜色写 currentColor 或强调色 accent。',
        }),
      headline: z
        .array(line.max(14, '一行不要超过 14 个字。'))
        .min(1, '至少一行。')
        .max(2, '最多两行。')
        .optional()
        .meta({ title: '首页的大字', description: '一行或两行。' }),
    })
    .prefault({})
    .meta({ title: '样子', description: '不写的就是潮头的样子。' }),
  sections: z
    .strictObject({
      cases: sectionName.meta({ title: '案例' }),
      people: sectionName.meta({ title: '榜样' }),
      videos: sectionName.meta({ title: '视频' }),
      training: sectionName.meta({ title: '学习' }),
      data: sectionName.meta({ title: '数读' }),
      topics: sectionName.meta({ title: '专题' }),
    })
    .prefault({})
    .meta({ title: '栏目的名称', description: '页头、路径和栏目页上的叫法，不写的就用原来的。' }),
  footer: z
    .array(footerLink)
    .max(8, '最多八个。')
    .default([])
    .meta({ title: '页脚的链接', description: '排在程序自己的后面。' }),
  courses: z
    .array(entryPath)
    .default([])
    .meta({ title: '课程的次序', description: '先列哪几门，没列的排在后面；程度分开排。' }),
  charts: z
    .array(entryPath)
    .default([])
    .meta({ title: '数读的图表', description: '先画哪几张，没列的排在后面。' }),
  collect: collectSettings.default([]).meta({
    title: '汇集',
    description: '从哪些门户收案例，`npm run collect`去取，放进 collected/。',
  }),
  budgets: z
    .strictObject({
      page: kilobytes.default(64).meta({
        title: '一页',
        description: '第一次打开一页要下载的KB，压缩以后，连同样式、脚本和图标。',
      }),
      script: kilobytes
        .default(8)
        .meta({ title: '脚本', description: '读者动手以前运行的脚本，压缩以后的KB。' }),
      image: kilobytes.default(500).meta({ title: '一张图片', description: '原样的KB。' }),
    })
    .prefault({})
    .meta({ title: '体积上限', description: '超过的，构建停下来，列出是哪些部分。' }),
  terms: z.array(term).default([]).meta({ title: '用语表', description: '规范写法和专名。' }),
  promote: z.array(line).default([]).meta({
    title: '从严的规则',
    description: '列在这里的规则，提醒按错误处理。',
  }),
  words: z.array(line).default([]).meta({ title: '词表', description: '排版时不拆开的词。' }),
  synonyms: synonyms.default([]).meta({
    title: '同义词',
    description: '读者换着说的词，检索时互相找得到；通用的一份已经在程序里。',
  }),
  model: z
    .number()
    .int()
    .min(1, '从 1 数起。')
    .max(
      modelVersion,
      `这个程序只认得到第 ${modelVersion} 版的写法：内容是更新的程序写的，先换程序的新版本。`,
    )
    .default(1)
    .meta({
      title: '内容的写法是第几版',
      description: '新门户建好时写上，以后由 npm run upgrade 改；不写是第 1 版。',
    }),
})
export type Site = z.infer<typeof site>
export type RepositoryBackend = z.infer<typeof backend>
