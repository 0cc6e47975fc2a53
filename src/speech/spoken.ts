import { spokenDecimal, spokenDigits, spokenNumber } from './numerals.ts'

type Said = (match: string, ...parts: string[]) => string

const to = '(?:--?|[–—－~～]+|至|到)'
const number = '\\d+(?:\\.\\d+)?'
/** What is counted with 两 and not with 二. */
const counted =
  '(?:个|家|名|位|人|次|项|场|条|批|种|类|支|所|座|件|份|篇|部|本|张|天|周|遍|轮|组|队|间|台|辆|户|倍|步|门|节|课|句|段|处|道|岁|年(?!级)|小时|分钟|万|亿|千|元|公里|米)'

const date: Said = (_, year = '', month = '', day = '') =>
  `${spokenDigits(year)}年${spokenNumber(month)}月${spokenNumber(day)}日`

const time: Said = (_, hour = '', minute = '', second) => {
  const minutes = Number(minute) === 0 && second === undefined ? '' : `${saidMinute(minute)}分`
  return `${spokenNumber(hour)}点${minutes}${second === undefined ? '' : `${saidMinute(second)}秒`}`
}

function saidMinute(minute: string): string {
  return `${minute.startsWith('0') && minute !== '00' ? '零' : ''}${spokenNumber(minute)}`
}

const percent: Said = (_, value = '') => `百分之${value === '100' ? '百' : spokenDecimal(value)}`

/** Several changes between letters and digits make a code, which nobody wants to hear. */
const code: Said = (token) => {
  const changes = token.match(/[A-Za-z](?=[-_]?\d)|\d(?=[-_]?[A-Za-z])/g) ?? []
  return changes.length > 1 ? '一串编码' : token
}

/** Signs that are neither figures nor pauses, in words. */
const signs: Readonly<Record<string, string>> = {
  '+': '加',
  '＋': '加',
  '&': '和',
  '＆': '和',
  '=': '等于',
  '≥': '不少于',
  '≤': '不多于',
  '→': '到',
  '℃': '摄氏度',
  '㎡': '平方米',
  '‰': '千分之一',
}

/** What is said differently from how it is written, in the order in which it is looked for. */
const rules: readonly (readonly [pattern: RegExp, said: Said | string])[] = [
  // What is there for the eye only: joiners, soft breaks, numbers of notes.
  [/[\u2060\u200b\u00ad\ufeff]/g, ''],
  [/\[\d+\]/g, ''],
  [/(?:https?:\/\/|www\.)[\w\-./?=&%#:~+]+/g, '网址'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '邮箱地址'],
  [/[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*/g, (token) => (token.length >= 8 ? code(token) : token)],
  [
    /(GB(?:\/[TZ])?)\s*(\d+)(?:[—–-]+(\d{4}))?/g,
    (_, series = '', digits = '', year) =>
      `${series.replace('/', '')} ${spokenDigits(digits)}${year === undefined ? '' : `，${spokenDigits(year)}年版`}`,
  ],
  // Dates and years.
  [/(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g, date],
  [
    new RegExp(`(\\d{4})年?${to}(\\d{4})年`, 'g'),
    (_, from = '', until = '') => `${spokenDigits(from)}年到${spokenDigits(until)}年`,
  ],
  [/(\d{4})年/g, (_, year = '') => `${spokenDigits(year)}年`],
  [/[〔[（(]([12]\d{3})[〕\]）)]/g, (_, year = '') => `，${spokenDigits(year)}，`],
  [/(\d0)后/g, (_, decade = '') => `${spokenDigits(decade)}后`],
  [/(:\d{2})(?:--?|[–—－~～]+)(?=\d)/g, '$1到'],
  [/(\d{1,2}):(\d{2})(?::(\d{2}))?/g, time],
  [/(\d):(?=\d)/g, '$1比'],
  [/(\d{1,2})·(\d{1,2})/g, (_, month = '', day = '') => spokenDigits(month + day)],
  // Numbers that are names: digit by digit.
  [
    /(0\d{2,3})-(\d{7,8})/g,
    (_, area = '', line = '') => `${spokenDigits(area)}，${spokenDigits(line)}`,
  ],
  [
    /(拨打|拨|热线|电话)(\d{3,})/g,
    (_, before = '', digits = '') => `${before}${spokenDigits(digits)}`,
  ],
  [/(\d{3,})(?=热线|电话|短信|举报|客服|[号楼]?室)/g, (digits) => spokenDigits(digits)],
  [/“(\d{3,})”/g, (_, digits = '') => spokenDigits(digits)],
  [/\d{4}-0\d+/g, (digits) => spokenDigits(digits.replace('-', '，'))],
  // Shares and ranges.
  [/(\d{1,3}(?:,\d{3})+)/g, (digits) => digits.replace(/,/g, '')],
  [
    new RegExp(`(${number})${to}(${number})[%％]`, 'g'),
    (_, from = '', until = '') => `百分之${spokenDecimal(from)}到百分之${spokenDecimal(until)}`,
  ],
  [new RegExp(`(\\d[%％℃\u4e00-\u9fff]{0,2})(?:--?|[–—－~～])(?=\\d)`, 'g'), '$1到'],
  [new RegExp(`(${number})[%％]`, 'g'), percent],
  [new RegExp(`(${number})‰`, 'g'), (_, value = '') => `千分之${spokenDecimal(value)}`],
  [
    /(\d{1,2})\/(\d{1,3})/g,
    (_, part = '', whole = '') => `${spokenNumber(whole)}分之${spokenNumber(part)}`,
  ],
  [/-(\d+(?:\.\d+)?)℃/g, '零下$1℃'],
  [/(\d)[+＋](?=[家名人个次篇场项])/g, '$1多'],
  // Numbers.
  [/(\d)\s*[×xX*]\s*(?=\d)/g, '$1乘'],
  [/第(\d+)/g, (_, digits = '') => `第${spokenNumber(digits)}`],
  [new RegExp(`(^|[^\\d.])2(?=[余多]?${counted})`, 'g'), '$1两'],
  [/(\d)\s*(?:km|KM)(?![A-Za-z])/g, '$1公里'],
  [/(\d)\s*(?:m²|m2)/g, '$1平方米'],
  [/\d+(?:\.\d+)+/g, spokenDecimal],
  [/(^|\D)(0\d+)/g, (_, before = '', digits = '') => `${before}${spokenDigits(digits)}`],
  [/\d+/g, spokenNumber],
  // Signs: said, a pause, or nothing.
  [/[①-⑩]/g, (sign) => `${spokenNumber(String(sign.charCodeAt(0) - 0x245f))}，`],
  [/[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]/g, (sign) => spokenNumber(String(sign.charCodeAt(0) - 0x215f))],
  [/[+＋&＆=≥≤→℃㎡‰]/g, (sign) => signs[sign] ?? sign],
  [/([\u4e00-\u9fff])[/／](?=[\u4e00-\u9fff])/g, '$1、'],
  [/([\u4e00-\u9fff])[-·](?=[\u4e00-\u9fff])/g, '$1'],
  [/[”’》」』】](?=[“‘《「『【])/g, '、'],
  [/——?|……?|[（(）)|·•]/g, '，'],
  [/[“”‘’"《》〈〉「」『』【】〔〕#*_^`{}<>\\]/g, ''],
  // What is left of pauses.
  [/\s+/g, ' '],
  [/([\u4e00-\u9fff，。、；：！？]) (?=[\u4e00-\u9fff，。、；：！？])/g, '$1'],
  [/[，、：]+(?=[。！？；，、：])/g, ''],
  [/([。！？；：])[，、]+/g, '$1'],
  [/^[，。、；：！？\s]+/, ''],
  [/[，、：\s]+$/, ''],
]

/**
 * A written text as a voice should say it: figures, dates and signs in words, notes left out, brackets
 * and dashes as pauses, quotation marks silent. Degrees such as 余 and 约 stay where they are.
 */
export function spoken(written: string): string {
  return rules.reduce((text, [pattern, said]) => replaced(text, pattern, said), written)
}

function replaced(text: string, pattern: RegExp, said: Said | string): string {
  return typeof said === 'string' ? text.replace(pattern, said) : text.replace(pattern, said)
}
