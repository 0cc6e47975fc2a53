/** Words that readers use for one another: what a portal says of them, over a table that any portal inherits. */
import { z } from 'zod'
import { line } from './fields.ts'

const words = z.array(line).min(2, '一组至少写两个词。').optional()

const group = z.strictObject({
  same: words.meta({ title: '同一个意思', description: '搜哪一个都算搜到，例如简称和全称。' }),
  near: words.meta({ title: '意思相近', description: '搜这一个也找那一个，排在后面一点。' }),
  apart: words.meta({
    title: '不是一回事',
    description: '通用的表把它们放在一起，而本站要分开的。',
  }),
})
export type SynonymGroup = z.infer<typeof group>
type Kind = keyof SynonymGroup
const kinds: readonly Kind[] = ['same', 'near', 'apart']

/** A word as it is compared: blanks and the case of letters say nothing. */
const spelling = (word: string): string =>
  word.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')

interface Placed {
  word: string
  kind: Kind
  /** Places in the list, in the group. */
  at: [group: number, word: number]
}

function placedWords(groups: readonly SynonymGroup[]): Placed[] {
  return groups.flatMap((one, i) =>
    kinds.flatMap((kind) =>
      (one[kind] ?? []).map((word, j): Placed => ({ word: spelling(word), kind, at: [i, j] })),
    ),
  )
}

interface Contradiction {
  path: (string | number)[]
  message: string
}

const pathOf = ({ kind, at: [i, j] }: Placed): (string | number)[] => [i, kind, j]

/** What is wrong with one word by itself. */
function faultOf({ word }: Placed): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(word)) return '这里没有字。'
  if (/^[\d.,]+$/u.test(word)) return '数字不用写在这里，检索自己认得各种写法。'
  if (/^\p{Script=Han}$/u.test(word)) return '单个字会连到许多不相干的词，请写完整的词。'
  return undefined
}

/** Two groups of which both hold both words, as they may not. */
function clash(one: Placed, other: Placed): string | undefined {
  if (one.word !== other.word) return undefined
  if (one.at[0] === other.at[0]) return `“${one.word}”在这一组里写了两次。`
  if (one.kind === 'same' && other.kind === 'same')
    return `“${one.word}”在第${one.at[0] + 1}组也有，两组是同一个意思，请并成一组。`
  return undefined
}

/** A pair of words of two groups of different kinds: near and apart, say. */
function contradictionsOf(groups: readonly SynonymGroup[]): Contradiction[] {
  const all = placedWords(groups)
  const found: Contradiction[] = []
  for (const [i, placed] of all.entries()) {
    const fault =
      faultOf(placed) ?? all.slice(0, i).flatMap((before) => clash(before, placed) ?? [])[0]
    if (fault) found.push({ path: pathOf(placed), message: fault })
    const beside = all.filter(({ at, kind }) => at[0] === placed.at[0] && kind === placed.kind)
    for (const before of all.slice(0, i)) {
      if (before.word !== placed.word || before.kind === placed.kind) continue
      const mates = new Set(all.filter(({ at }) => at[0] === before.at[0]).map(({ word }) => word))
      const both = beside.find(({ word }) => word !== placed.word && mates.has(word))
      if (both && both.at[1] < placed.at[1])
        found.push({
          path: pathOf(placed),
          message: `“${both.word}”和“${placed.word}”在第${before.at[0] + 1}组写的是另一种关系，请只留一处。`,
        })
    }
  }
  return found
}

/** `synonyms` in `site.yaml`. */
export const synonyms = z.array(group).superRefine((groups, context) => {
  for (const [i, one] of groups.entries())
    if (kinds.filter((kind) => one[kind]).length !== 1)
      context.addIssue({
        code: 'custom',
        path: [i],
        message: '一组只写 same、near、apart 里的一种。',
      })
  for (const { path, message } of contradictionsOf(groups))
    context.addIssue({ code: 'custom', path, message })
})

const same = (...list: string[]): SynonymGroup => ({ same: list })
const near = (...list: string[]): SynonymGroup => ({ near: list })

/**
 * What people of this field say for one another. Short names of laws are those of the courts' and the
 * administration's own notices; the rest is common usage. A portal extends it, or takes words `apart`.
 */
export const starterSynonyms: readonly SynonymGroup[] = [
  // 法律法规的简称
  same('个保法', '个人信息保护法'),
  same('数安法', '数据安全法'),
  same('网安法', '网络安全法'),
  same('反诈法', '反电信网络诈骗法'),
  same('未保法', '未成年人保护法'),
  same('网数条例', '网络数据安全管理条例'),
  same('等保', '等级保护', '网络安全等级保护'),
  same('民诉法', '民事诉讼法'),
  same('刑诉法', '刑事诉讼法'),
  same('行诉法', '行政诉讼法'),
  same('民诉', '民事诉讼'),
  same('刑诉', '刑事诉讼'),
  same('行诉', '行政诉讼'),
  same('消法', '消保法', '消费者权益保护法'),
  same('食安法', '食品安全法'),
  same('道交法', '道路交通安全法'),
  same('环保法', '环境保护法'),
  same('治安法', '治安管理处罚法'),
  same('关基条例', '关键信息基础设施安全保护条例'),
  same('环评', '环境影响评价'),
  same('关基', '关键信息基础设施'),
  same('社保', '社会保险'),
  // 组织与机关
  same(
    '两新',
    '两新组织',
    '新经济组织新社会组织',
    '新经济组织和新社会组织',
    '非公有制经济组织和社会组织',
  ),
  near('两新', '新经济组织', '新社会组织', '非公'),
  same(
    '两新工委',
    '两新党工委',
    '非公有制经济组织和社会组织党工委',
    '非公有制经济组织和社会组织工委',
  ),
  same('非公', '非公有制'),
  same('非公企业', '非公有制企业', '非公有制经济组织'),
  near('非公企业', '民营企业', '私营企业'),
  same('网信办', '互联网信息办公室'),
  same('中央网信办', '国家网信办', '国家互联网信息办公室', '中央网络安全和信息化委员会办公室'),
  same('中国网联会', '中网联', '中国网络社会组织联合会'),
  same('首互协', '首都互联网协会'),
  same('团委', '共青团委员会'),
  same('组织部', '党委组织部'),
  same('党支书', '支部书记', '党支部书记'),
  same('人大', '人民代表大会'),
  same('最高法', '最高人民法院'),
  same('最高检', '最高人民检察院'),
  same('央行', '中国人民银行'),
  same('居委会', '居民委员会'),
  same('村委会', '村民委员会'),
  same('人大常委会', '人民代表大会常务委员会'),
  same('政协', '人民政治协商会议'),
  same('妇联', '妇女联合会'),
  same('残联', '残疾人联合会'),
  same('科协', '科学技术协会'),
  same('工商联', '工商业联合会'),
  same('侨联', '归国华侨联合会'),
  same('文联', '文学艺术界联合会'),
  same('作协', '作家协会'),
  same('记协', '新闻工作者协会'),
  same('消协', '消费者协会'),
  same('律协', '律师协会'),
  same('红会', '红十字会'),
  same('证监会', '证券监督管理委员会', '证券监督管理机构'),
  near('银监会', '银保监会', '银行业监督管理机构'),
  same('发改委', '发展和改革委员会'),
  near('发改委', '发展改革部门'),
  same('卫健委', '卫生健康委员会'),
  near('卫健委', '卫生健康主管部门', '卫生行政部门'),
  near('工信部', '工信局', '工业和信息化部', '工业和信息化主管部门'),
  near('人社局', '人社部门', '人力资源社会保障部门', '人力资源和社会保障局'),
  near('工商局', '市监局', '市场监管局', '市场监督管理部门', '市场监督管理局'),
  near('税务局', '税务机关'),
  near('环保局', '生态环境局', '生态环境主管部门'),
  near('教育局', '教育行政部门', '教育主管部门'),
  near('药监局', '药品监督管理部门'),
  near('城管', '城市管理执法', '城市管理行政执法', '城市管理部门'),
  near('交警', '公安机关交通管理部门', '交通警察'),
  same('网企', '互联网企业', '网络企业'),
  near('互联网企业', '互联网公司'),
  near('首都', '北京'),
  // 党务
  near('三会一课', '党员大会', '支委会', '党小组会', '党课', '组织生活'),
  same('入党', '发展党员', '加入中国共产党'),
  near('入党流程', '发展党员工作细则'),
  same('政审', '政治审查'),
  near('转正', '预备党员转正', '预备期满'),
  same('积极分子', '入党积极分子'),
  near('组织生活', '组织生活会', '民主生活会'),
  near('批评', '批评和自我批评', '组织生活会'),
  near('转组织关系', '组织关系转接', '接转组织关系', '组织关系'),
  near('党费', '交纳党费', '缴纳党费'),
  near('换届', '选举', '换届选举'),
  same('支委', '支部委员会', '支部委员'),
  near('党纪', '纪律处分', '党内处分', '党的纪律'),
  near('党章', '中国共产党章程', '章程'),
  near('榜样', '先进典型', '先进人物', '优秀共产党员', '模范'),
  near('党龄', '入党时间'),
  near('双重组织生活', '在职党员报到', '报到'),
  same('支部建设', '党支部建设', '党支部标准化规范化建设'),
  same('流动党员', '流动党员管理'),
  same('新就业群体', '新就业形态劳动者'),
  near('新就业群体', '骑手', '快递员', '外卖员', '网约车司机', '货车司机'),
  near('主题党日', '党日活动', '组织生活'),
  near('结对', '共建', '联建'),
  near('述职', '述职评议', '打分'),
  near('摸排', '摸底', '摸清底数', '底数'),
  near('台账', '一企一档', '底数'),
  near('派驻', '派出', '选派'),
  same('党建馆', '党建展厅', '党建展馆'),
  // 公益
  same('网络公益', '互联网公益', '网上公益', '线上公益'),
  near('募款', '募捐', '筹款'),
  near('捐款', '募捐', '善款', '捐赠', '捐物'),
  near('扶贫', '脱贫', '脱贫攻坚', '乡村振兴'),
  near('志愿服务', '志愿者', '公益'),
  same('抗疫', '防疫', '疫情防控', '抗击疫情'),
  near('疫情', '抗疫', '新冠', '新冠肺炎'),
  // 网络与直播
  near('直播带货', '直播电商', '网络直播带货'),
  near('带货', '直播电商'),
  near('主播', '网红', '网络主播'),
  near('短视频', '微视频', '短片'),
  near('知识竞赛', '挑战赛', '知识竞答'),
  // 数据与算法
  same('人工智能', 'ai'),
  same('生成式人工智能', '生成式ai', 'aigc', 'gai'),
  near('生成式人工智能', '大模型', '人工智能生成', '生成合成'),
  near('个性化推荐', '个性化推送', '算法推荐'),
  near('大数据杀熟', '杀熟', '差别对待'),
  same('个人信息', '个人资料'),
  near('隐私', '隐私政策', '个人信息处理规则'),
  near('实名', '实名认证', '实名制', '真实身份', '身份核验', '核验身份'),
  same('泄露', '泄漏'),
  near('辟谣', '谣言', '虚假信息', '虚假新闻'),
  // 未成年人
  near('青少年', '未成年人', '未成年', '孩子'),
  same('未成年人模式', '青少年模式'),
  same('防沉迷', '防止沉迷', '预防沉迷'),
  // 口语与书面语
  near('辞退', '开除', '解雇', '炒鱿鱼', '解除劳动合同'),
  near('裁员', '经济性裁员', '裁减人员'),
  near('员工', '职工', '劳动者', '从业人员'),
  same('工资', '薪水', '薪资', '劳动报酬'),
  near('拖欠工资', '欠薪', '拖欠劳动报酬'),
  near('加班', '延长工作时间'),
  near('年假', '年休假', '带薪年休假'),
  same('五险一金', '社会保险和住房公积金'),
  same('医保', '医疗保险'),
  same('公积金', '住房公积金'),
  near('劳动仲裁', '劳动争议仲裁', '劳动人事争议仲裁', '劳动争议调解仲裁'),
  near('合同到期', '合同期满', '合同终止'),
  same('电商', '电子商务'),
  near('网购', '网络购物', '网络交易'),
  near('假货', '假冒伪劣', '假冒'),
  same('版权', '著作权'),
  near('抄袭', '剽窃', '洗稿'),
  same('噪音', '噪声'),
  same('老人', '老年人'),
  same('身份证', '居民身份证'),
  near('捡到', '拾得'),
  near('养狗', '养犬'),
  near('经商', '营利性活动', '办企业'),
  near('打疫苗', '接种疫苗', '预防接种'),
  near('交税', '纳税', '缴税', '缴纳税款'),
  near('缴费', '缴纳', '交费'),
  near('怎么赔', '赔偿', '赔付'),
  near('举报', '检举', '控告', '投诉'),
  near('坐牢', '有期徒刑', '拘役'),
  near('看病', '就医', '诊疗'),
  near('借钱', '借款', '借贷'),
  near('租房', '房屋租赁', '承租'),
  same('家暴', '家庭暴力'),
  near('酒驾', '酒后驾驶', '饮酒后驾驶', '饮酒驾驶', '酒后驾车'),
  near('反诈', '电信网络诈骗', '电信诈骗'),
  near('扫黑除恶', '打黑除恶', '有组织犯罪', '黑社会性质组织'),
  near('失独', '独生子女伤残或者死亡', '独生子女死亡'),
  near('网吧', '互联网上网服务营业场所', '互联网上网服务场所'),
  same('网约车', '网络预约出租汽车'),
  near('黑车', '非法营运', '非法客运'),
  near('司机', '驾驶人', '驾驶员'),
  near('公交', '公共汽车', '公共交通'),
  near('地铁', '轨道交通'),
  near('保姆', '钟点工', '家政服务'),
  near('打官司', '提起诉讼', '诉讼'),
  near('微信', '即时通信'),
  near('抽烟', '吸烟'),
  near('医院', '医疗机构'),
  near('医生', '医师'),
  near('病人', '患者'),
  near('医闹', '扰乱医疗秩序', '医疗纠纷'),
  near('怀孕', '孕期', '妊娠'),
  near('探视', '探望'),
  near('承包地', '承包土地', '土地承包'),
  near('二手房', '存量房', '房屋买卖', '房屋转让'),
  near('炒股', '证券交易'),
  near('网店', '电子商务经营者', '网络交易经营者'),
  near('涉密', '国家秘密'),
  near('反悔', '撤销', '解除'),
  near('后果', '法律责任', '处罚'),
  near('怎么判', '有期徒刑', '拘役'),
  near('怎么处罚', '罚多少', '罚款'),
  near('年龄', '多少岁', '多大年龄', '周岁'),
  near('生孩子', '生育', '分娩'),
  near('小孩', '儿童', '未成年人'),
  near('学生', '未成年学生'),
  near('邻居', '相邻'),
  near('中介', '经纪机构', '中介机构'),
  near('押金', '保证金'),
  near('违约', '不履行合同'),
  near('水费', '水价'),
  near('电费', '电价'),
  near('下岗', '失业'),
  near('孤寡', '特困', '无赡养'),
  // 本门户
  near('投稿', '投一个案例', '投一条短片', '推荐案例'),
  near('纠错', '更正', '勘误'),
]
