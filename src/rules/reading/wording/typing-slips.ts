/** A slip of typing that is wrong wherever it stands, and what was meant. */
interface TypingSlip {
  typed: RegExp
  use: string
}

/** Words that no dictionary has, each with the word that was meant. */
const words: Readonly<Record<string, string>> = {
  再接再励: '再接再厉',
  再接再力: '再接再厉',
  一如继往: '一如既往',
  继往不咎: '既往不咎',
  既往开来: '继往开来',
  竟竟业业: '兢兢业业',
  刻尽职守: '恪尽职守',
  克尽职守: '恪尽职守',
  坚苦奋斗: '艰苦奋斗',
  融汇贯通: '融会贯通',
  名符其实: '名副其实',
  迫不急待: '迫不及待',
  一愁莫展: '一筹莫展',
  走头无路: '走投无路',
  世外桃园: '世外桃源',
  不径而走: '不胫而走',
  默守成规: '墨守成规',
  墨守陈规: '墨守成规',
  出奇不意: '出其不意',
  按步就班: '按部就班',
  变本加利: '变本加厉',
  穿流不息: '川流不息',
  谈笑风声: '谈笑风生',
  幅射: '辐射',
  震憾: '震撼',
  慰籍: '慰藉',
  宣泻: '宣泄',
  勤捡: '勤俭',
  急燥: '急躁',
  欢渡: '欢度',
  气慨: '气概',
  脱贫功坚: '脱贫攻坚',
  功坚克难: '攻坚克难',
  乡村震兴: '乡村振兴',
  党风廉正建设: '党风廉政建设',
  全国优秀共产当员: '全国优秀共产党员',
  共产当员: '共产党员',
  总书计: '总书记',
  总书纪: '总书记',
  支部书纪: '支部书记',
  党委书纪: '党委书记',
  副书纪: '副书记',
  书纪处: '书记处',
}

/** Slips that only their neighbours give away. */
const inContext: readonly TypingSlip[] = [
  { typed: /复盖(?=[面率了到全])|(?<=[全广面])复盖/, use: '覆盖' },
  { typed: /鼓午(?=[人士了])|(?<=[受心大])鼓午/, use: '鼓舞' },
  { typed: /贯切(?=[落执党习中上会到于])|(?<=[习彻面])贯切(?!实)/, use: '贯彻' },
  { typed: /坚巨(?=[任性而的])|(?<=务)坚巨/, use: '艰巨' },
  { typed: /坚难(?=[险困环的])|(?<=服)坚难/, use: '艰难' },
  { typed: /先峰(?=[模岗队作示])/, use: '先锋' },
  { typed: /模犯(?=[作带事引])|(?<=锋)模犯/, use: '模范' },
  { typed: /通迅(?=[员录稿社设])/, use: '通讯' },
  { typed: /(?<!过)渡假/, use: '度假' },
  { typed: /座落(?=[在于])/, use: '坐落' },
  { typed: /录象(?!征|棋)/, use: '录像' },
  { typed: /图象(?!征|棋)/, use: '图像' },
  { typed: /脉博(?!大|物|士|览|学)/, use: '脉搏' },
  { typed: /松驰(?!援|骋|名)/, use: '松弛' },
  { typed: /(?<!国)家俱(?!乐|全|备)/, use: '家具' },
  { typed: /思想政治功作/, use: '思想政治工作' },
  { typed: /(?<![公发宣颁散分])布署(?!名)/, use: '部署' },
  { typed: /(?<![随立旋当])即然(?!后)/, use: '既然' },
  { typed: /按装(?=[一了上在完好到过空监设摄路门电])/, use: '安装' },
  { typed: /既使(?=[是再没有他她他们在遇])/, use: '即使' },
  {
    typed:
      /截止(?=(?:\d{4}年|今年|去年|目前|当时|当日|当年|本月|上月|昨日|昨天|\d{1,2}月))(?<!(?:报名|申报|提交|征集|投稿|招标|登记|受理|缴费|活动|投票|发布|统计)截止)/,
    use: '截至',
  },
  { typed: /(?<=截至[^，。；！？]{1,20})为止/, use: '' },
  {
    typed:
      /(?<=取)的(?=了?(?:显著|明显|积极|良好|优异|阶段性|一定|新)?(?:成绩|成效|进展|胜利|突破|成果))/,
    use: '得',
  },
  {
    typed: /(?<=获)的(?=了?(?:荣誉|称号|表彰|一等奖|二等奖|三等奖|金奖|银奖|全国|省级|市级))/,
    use: '得',
  },
  { typed: /(?<=值)的(?=(?:一提|注意|肯定|学习|推广|借鉴|关注|信赖))/, use: '得' },
  { typed: /(?<=显)的(?=(?:格外|尤其|尤为|更加|更为|十分|非常))/, use: '得' },
  {
    typed:
      /(?<=[做干办搞写讲])的(?=(?:很好|非常好|更好|十分好|很扎实|很认真|很出色|很到位)(?![吃看听用]))/,
    use: '得',
  },
  { typed: /(?<=(?:紧紧|牢牢|悄悄|默默|渐渐|慢慢))的(?=[抓握靠推记依团围走离])/, use: '地' },
]

const slips: readonly TypingSlip[] = [
  ...Object.entries(words).map(([typed, use]) => ({ typed: new RegExp(typed), use })),
  ...inContext,
]

/** Finds every slip. */
export const slipPattern = new RegExp(slips.map(({ typed }) => typed.source).join('|'))

const anchored = slips.map(({ typed, use }) => ({ typed: new RegExp(typed.source, 'y'), use }))

/** What was meant by the slip that begins at an offset; empty for a word too many. */
export function slipAt(text: string, at: number): string | undefined {
  return anchored.find(({ typed }) => {
    typed.lastIndex = at
    return typed.test(text)
  })?.use
}
