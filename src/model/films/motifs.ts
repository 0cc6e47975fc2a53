/** Things from the work that a shot may draw, by the name a storyboard writes; one line width, one dot. */
export const motifs = {
  parcel: '包裹',
  scooter: '电动车',
  truck: '邮车',
  road: '路',
  door: '上门',
  home: '屋',
  classroom: '教室',
  chalk: '粉笔',
  book: '书',
  notebook: '记事本',
  clock: '时间',
  phone: '手机',
  mic: '话筒',
  code: '代码',
  server: '机房',
  drill: '钻探船',
  tree: '砂糖橘',
  ballot: '票箱',
  key: '钥匙',
  seedling: '秧苗',
  tower: '炼塔',
  boundary: '界碑',
  instrument: '仪器',
  mill: '轧机',
  letter: '信',
  chat: '留言',
} as const
export type Motif = keyof typeof motifs

// Names of the library above, in its order.
export const motifNames = Object.keys(motifs) as [Motif, ...Motif[]]
