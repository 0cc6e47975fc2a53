import { entryRule } from '../engine/rule.ts'

const vague =
  /^(?:请?(?:点击|点|点这|单击|戳)?(?:这里|此处|这儿|链接|原文|详情|这个链接|本链接)|(?:查看|了解|阅读)?更多|(?:查看|阅读)?(?:全文|详情|原文)|点击(?:查看|阅读|进入|下载)?|点我|下载|here|click here|link|more|read more)(?:[>＞»→。：:]*)$/i

export const linkSaysWhereItLeads = entryRule({
  id: 'link-says-where-it-leads',
  summary: '链接的文字说出去哪里，不写“点击这里”，也不直接写网址。',
  severity: 'warning',
  *check({ entry }) {
    for (const { text, target, position } of entry.body.links) {
      const words = text.trim()
      const isAddress = /^(https?:\/\/|www\.)\S+$/i.test(words)
      if (words === '' || (!isAddress && !vague.test(words))) continue
      yield {
        at: { position },
        message: isAddress
          ? `链接的文字是网址 ${words.slice(0, 60)}。`
          : `链接的文字是“${words}”，单独听到它的人不知道去哪里。`,
        hint: `用那一页的题目作文字：[题目](${target.slice(0, 60)})。`,
      }
    }
  },
})
