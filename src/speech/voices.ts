/** As much of a `SpeechSynthesisVoice` as is asked for here. */
export interface Voice {
  name: string
  lang: string
  voiceURI: string
  /** False for a voice that speaks on its maker's servers. */
  localService: boolean
}

/** What makers call their Chinese voices, in Chinese. */
const names: readonly (readonly [RegExp, string])[] = [
  [/ting-?ting/i, '婷婷'],
  [/xiaoxiao/i, '晓晓'],
  [/xiaoyi/i, '晓伊'],
  [/yunxi(?!a)/i, '云希'],
  [/yunyang/i, '云扬'],
  [/yunjian/i, '云健'],
  [/huihui/i, '慧慧'],
  [/kangkang/i, '康康'],
  [/yaoyao/i, '瑶瑶'],
  [/^google/i, '谷歌'],
]

/** The voices that speak Chinese, the best first: of the mainland before others, the device's own before remote ones. */
export function chineseVoices<V extends Voice>(voices: readonly V[]): V[] {
  return voices
    .filter(({ lang }) => /^(zh|cmn|yue)([-_]|$)/i.test(lang))
    .map((voice, place) => ({ voice, place, rank: rankOf(voice) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ voice }) => voice)
}

function rankOf({ lang, localService }: Voice): number {
  const region = regionOf(lang)
  return (region === '' ? 0 : region === '粤语' ? 4 : 2) + (localService ? 0 : 1)
}

function regionOf(lang: string): string {
  if (/^yue|[-_](hk|mo)\b/i.test(lang)) return '粤语'
  return /[-_](tw|hant)\b/i.test(lang) ? '台湾' : ''
}

/** The voice the reader chose on this device, or the best. */
export function chosenVoice<V extends Voice>(voices: readonly V[], uri?: string): V | undefined {
  const chinese = chineseVoices(voices)
  return chinese.find(({ voiceURI }) => voiceURI === uri) ?? chinese[0]
}

/** A voice in a list: 晓晓（联网）. */
export function voiceLabel({ name, lang, localService }: Voice): string {
  const known = names.find(([pattern]) => pattern.test(name))?.[1]
  const plain = name.replace(/^Microsoft /, '').replace(/ - .*$|\s*[(（].*$/, '')
  const notes = [regionOf(lang), localService ? '' : '联网'].filter(Boolean).join('，')
  return `${known ?? plain}${notes ? `（${notes}）` : ''}`
}
