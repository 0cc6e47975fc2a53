/**
 * Set phrases of Party texts and names of leaders, each as it is printed, with the slips that typing
 * makes of it. Names say nothing of offices, so they do not age with them. A portal adds its own in
 * `terms` of `site.yaml`: `fixed` for a phrase, `instead` for a slip. Last read against its sources on
 * 2026-11-30.
 */
export interface SetPhrase {
  /** As it is printed. */
  use: string
  /** Slips that a single wrong letter does not explain, or that would be too short to tell by one. */
  slips?: readonly string[]
  /** Right wordings that are one letter away. */
  besides?: readonly string[]
  source: PhraseSource
}

/** Where phrases and names are printed so; ids are those of `seeds/` where the edition has the text. */
type PhraseSource =
  /** 《中国共产党章程》，2022年10月22日通过，新华社2022年10月26日发布（train-party-constitution-2022） */
  | 'constitution'
  /** 《中国共产党支部工作条例（试行）》（train-branch-work-rules-2018） */
  | 'branchRules'
  /** 《中国共产党发展党员工作细则》（train-party-admission-rules-2026） */
  | 'admissionRules'
  /** 《党员网络行为规定》（train-party-member-online-conduct-2024） */
  | 'onlineConduct'
  /** 《中国共产党党员教育管理工作条例》（train-party-member-education-2019） */
  | 'education'
  /** 新华社2024年6月28日报道（news-2024-06-28-party-governance） */
  | 'governance'
  /** 《中华人民共和国网络安全法》（train-cybersecurity-law） */
  | 'security'
  /** 人民日报2026年6月30日第1版 */
  | 'report'

export const setPhrases: readonly SetPhrase[] = [
  {
    use: '习近平新时代中国特色社会主义思想',
    slips: ['习近平新时代中国特色社会主义理论'],
    source: 'constitution',
  },
  { use: '马克思列宁主义', slips: ['马克思列宁主意'], source: 'constitution' },
  { use: '毛泽东思想', slips: ['毛泽东思相', '毛泽东理论'], source: 'constitution' },
  { use: '邓小平理论', slips: ['邓小平思想'], source: 'constitution' },
  {
    use: '“三个代表”重要思想',
    slips: ['三个代表思想', '“三个代表”思想'],
    source: 'constitution',
  },
  { use: '科学发展观', slips: ['科学发展关', '科学的发展观'], source: 'constitution' },
  { use: '中国特色社会主义', besides: ['中国特色的社会主义'], source: 'constitution' },
  { use: '社会主义核心价值观', source: 'constitution' },
  { use: '人类命运共同体', source: 'constitution' },
  { use: '中华民族伟大复兴', besides: ['中华民族的伟大复兴'], source: 'constitution' },
  { use: '全心全意为人民服务', source: 'constitution' },
  { use: '先锋模范作用', besides: ['先锋示范作用'], source: 'constitution' },
  { use: '战斗堡垒作用', source: 'constitution' },
  { use: '民主集中制', slips: ['民主集中治', '民主集权制'], source: 'constitution' },
  {
    use: '四个意识',
    slips: ['四个意思', '四种意识', '4个意识', '四个意示'],
    source: 'constitution',
  },
  { use: '四个自信', slips: ['四个自新', '四种自信', '4个自信'], source: 'constitution' },
  {
    use: '两个维护',
    slips: ['二个维护', '2个维护', '两个维持', '两个拥护'],
    source: 'constitution',
  },
  { use: '两个确立', slips: ['二个确立', '2个确立', '两个确定'], source: 'onlineConduct' },
  { use: '全面从严治党', source: 'governance' },
  { use: '总体国家安全观', source: 'security' },
  {
    use: '三会一课',
    slips: ['三会一刻', '三会一科', '三课一会', '三会1课', '3会1课', '三会两课'],
    source: 'branchRules',
  },
  { use: '主题党日', slips: ['主题当日', '主体党日', '主题党曰'], source: 'branchRules' },
  { use: '组织生活会', slips: ['组织生会', '组织生活汇'], source: 'branchRules' },
  { use: '民主评议', slips: ['民主平议', '民主评义', '民主评仪'], source: 'branchRules' },
  { use: '入党积极分子', source: 'admissionRules' },
  { use: '发展对象', slips: ['发展对像'], source: 'admissionRules' },
  { use: '预备党员', slips: ['予备党员', '预备当员', '预备党元'], source: 'admissionRules' },
  { use: '入党志愿书', slips: ['入党自愿书', '入党志愿数'], source: 'admissionRules' },
  { use: '流动党员', slips: ['流动当员'], source: 'education' },
]

/** Names of leaders, with slips that are nobody's name. */
export const leaderNames: readonly SetPhrase[] = [
  { use: '马克思主义', slips: ['马克斯主义', '马克思主意'], source: 'constitution' },
  { use: '列宁主义', slips: ['例宁主义', '列宁主意'], source: 'constitution' },
  { use: '毛泽东', slips: ['毛择东', '毛泽冬', '毛则东'], source: 'constitution' },
  { use: '邓小平', slips: ['邓晓平', '邓小评', '邓小萍'], source: 'constitution' },
  {
    use: '习近平',
    slips: ['习进平', '习近评', '习近萍', '习近凭', '习尽平', '习今平', '刁近平', '习平近'],
    source: 'constitution',
  },
  { use: '赵乐际', slips: ['赵乐记', '赵乐济', '赵乐季', '赵际乐'], source: 'report' },
  { use: '王沪宁', slips: ['王护宁', '王泸宁', '王沪林', '王户宁'], source: 'report' },
  { use: '丁薛祥', slips: ['丁学祥', '丁雪祥', '丁薛翔', '丁薛详'], source: 'report' },
]
