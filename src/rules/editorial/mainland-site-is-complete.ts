import { libraryRule } from '../engine/rule.ts'

/** What a site that serves readers in mainland China shows, and where its number comes from. */
const needed = {
  url: ['公开网址', '写网站的完整网址，和备案的域名一致。'],
  host: ['主办单位', '写备案的主办单位全称。'],
  icp: ['ICP 备案号', '写备案系统给的网站备案号；还没有备案的，先不要对公众开放。'],
  police: ['公安备案号', '开通之日起30日内办公安备案，写拿到的编号。'],
  contact: ['联系方式', '写读者反映问题用的电话、邮箱或地址。'],
} as const

export const mainlandSiteIsComplete = libraryRule({
  id: 'mainland-site-is-complete',
  summary: '在中国内地提供服务的站点，网址、主办单位、备案号和联系方式都写齐。',
  severity: 'error',
  *check({ library: { site, siteFile, unsettled } }) {
    if (site.profile !== 'mainland' || !siteFile) return
    for (const [field, [label, hint]] of Object.entries(needed))
      // The keys are those of the table above.
      if (site[field as keyof typeof needed] === undefined && !unsettled.has(field))
        yield {
          file: siteFile.file,
          at: { field: 'profile' },
          message: `profile 是 mainland，没有写${label}（${field}）。`,
          hint,
        }
  },
})
