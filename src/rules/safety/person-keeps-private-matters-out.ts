import { spanIn } from '../reading/prose/passage.ts'
import { entryRule } from '../engine/rule.ts'

/** People of whom somebody else's family is said: 学生的父母 are met on a home visit. */
const others = '(?<!(?:学生|孩子|儿童|村民|客户|同学|员工|居民|骑手|老人|用户)们?的?)'

/** What a page says nothing of, and the words that say it. What belongs to work is let through. */
const matters: readonly (readonly [matter: string, words: RegExp])[] = [
  [
    '家庭',
    new RegExp(
      `${others}(?:妻子|丈夫|老伴|爱人|配偶|儿子|女儿|儿女|子女|父亲|母亲(?!河)|父母(?!官)|` +
        '岳父|岳母|孙子|孙女|兄弟姐妹|家人|离婚|结婚|恋爱|婚姻|单身)',
      'g',
    ),
  ],
  [
    '健康',
    new RegExp(
      '病情|病重|病危|病床|病痛|病体|患病|患有|身患|因病|带病|重病|抱病|确诊|住院(?!部|医)|术后|' +
        '(?:做|做了|做过|接受)手术|癌(?!症?的?(?:药|研究|筛查|早筛|防治))|肿瘤(?!科|医)|膏药|轮椅|' +
        '伤残|残疾(?!人|军)|化疗|抑郁',
      'g',
    ),
  ],
  ['住址', /家住|住在(?!站点|单位|村部)|住址(?!栏)|家庭地址|门牌|租住/g],
  [
    '个人信息',
    /身份证|护照号|手机号|电话号码|微信号|银行卡|生日|籍贯|老家|\d{1,2}月(?:\d{1,2}日)?出?生(?![产活效态])/g,
  ],
  [
    '收入和财产',
    /月薪|年薪|(?<!\d)[年月]入(?=[\d一二三四五六七八九十百上])|薪酬|(?<!农民工|拖欠的?|讨回?)工资|奖金|存款|房产|买房|房贷|欠债/g,
  ],
]

export const personKeepsPrivateMattersOut = entryRule({
  id: 'person-keeps-private-matters-out',
  summary: '榜样的页面不写家庭、健康、住址、个人信息、收入和财产。',
  severity: 'error',
  collections: ['people'],
  silenceable: false,
  *check({ entry, prose }) {
    for (const passage of prose(entry))
      for (const [matter, words] of matters)
        for (const { 0: word, index } of passage.text.matchAll(words))
          yield {
            at: { span: spanIn(passage, index, index + word.length) },
            message: `“${word}”说的是${matter}，榜样的页面不写。`,
            hint: '删去。只写工作上做过的事；公开报道写了，也不转写到这里。',
          }
  },
})
