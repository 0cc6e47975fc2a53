import { describe, expect, it } from 'vitest'
import { datesIn, isWithin, partsOf, withoutDates } from './written-dates.ts'
import { numeralValue } from './numeral.ts'
import { figuresIn } from './written-figures.ts'
import { fieldFigures, statedFigures, supportOf } from './fact-support.ts'
import { verdictOn } from './figure-verdict.ts'
import fc from '../../../../tests/fast-check.ts'

describe('numeralValue', () => {
  it.each([
    ['600', 600],
    ['1,600', 1600],
    ['2121.6', 2121.6],
    ['3500万', 35_000_000],
    ['2.5亿', 250_000_000],
    ['1.5万亿', 1_500_000_000_000],
    ['六百', 600],
    ['三百五十', 350],
    ['十二', 12],
    ['一百零三', 103],
    ['两千三', 2300],
    ['一万两千', 12_000],
    ['二〇二一', 2021],
    ['三点五', 3.5],
    ['百', 100],
  ])('%s is %d', (text, value) => expect(numeralValue(text)).toBe(value))

  it('reads back every number written in Chinese', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(numeralValue(written(value))).toBe(value)
      }),
    )
  })
})

/** A number below ten thousand as Chinese writes it. */
function written(value: number): string {
  const digits = '零一二三四五六七八九'
  const units = ['', '十', '百', '千']
  const letters = Array.from(String(value), Number)
  return letters
    .map((digit, index) => {
      const unit = units[letters.length - 1 - index] ?? ''
      const isGap = digit === 0 && letters.slice(index).some((rest) => rest > 0)
      return digit === 0 ? (isGap ? '零' : '') : `${digits[digit]}${unit}`
    })
    .join('')
    .replace(/零+/g, '零')
}

const read = (text: string) =>
  statedFigures(text).map(({ kind, value, qualifier, measure }) =>
    [kind, value, qualifier, measure].join(' '),
  )

describe('figuresIn', () => {
  it.each([
    ['600余家', 'count 600 over 家'],
    ['六百余家', 'count 600 over 家'],
    ['600多家企业', 'count 600 over 家'],
    ['超过600家', 'count 600 over 家'],
    ['不得超过六个月', 'count 6 exact 个月'],
    ['没有超过600家', 'count 600 exact 家'],
    ['600家以上', 'count 600 over 家'],
    ['３５０余间', 'count 350 over 间'],
    ['10余万人', 'count 100000 over 人'],
    ['105万多人次', 'count 1050000 over 人次'],
    ['近1.8万名', 'count 18000 about 名'],
    ['600人左右', 'count 600 about 人'],
    ['百家网企', 'count 100 rhetorical 家'],
    ['百余名', 'count 100 over 名'],
    ['数百名', 'count 100 rhetorical 名'],
    ['72%', 'percent 72 exact %'],
    ['百分之七十二', 'percent 72 exact %'],
    ['约占全省的四分之一', 'percent 25 about %'],
    ['六成以上', 'percent 60 over %'],
    ['第七届', 'ordinal 7 exact 届'],
    ['2121.6亿元', 'count 212160000000 exact 元'],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]))

  it('reads both ends of a range', () => {
    expect(read('3至5分钟')).toEqual(['count 3 exact 分钟', 'count 5 exact 分钟'])
  })

  it.each([
    'H5',
    'GB/T 15834',
    '1+7+N',
    '24×24',
    '4.5:1',
    '《计划（2020—2022年）》',
    '成员',
    '统一成',
    '党的二十届四中全会',
    '十四届全国人大常委会',
    '二十国集团',
  ])('%s counts nothing', (text) =>
    expect(statedFigures(text).filter(({ measure }) => measure !== '')).toEqual([]),
  )

  it('takes 近 and 上 before a small number for what they are', () => {
    expect(read('最近一次')).toEqual(['count 1 exact 次'])
    expect(read('会上三种声音')).toEqual(['count 3 exact 种'])
    expect(read('办过2项')).toEqual(['count 2 exact 项'])
  })

  it('stands where it says, and in order, whatever the text', () => {
    const letters = fc.constantFrom(...'0129一二十百千万亿余多约近第成分之%年月日家人次。，ａ-至 ')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        for (const figure of figuresIn(text)) {
          expect(text.slice(figure.from, figure.to)).toBe(figure.text)
          expect(figure.numeral[0]).toBeGreaterThanOrEqual(figure.from)
          expect(figure.numeral[1]).toBeLessThanOrEqual(figure.to)
        }
        expect(withoutDates(text)).toHaveLength(text.length)
      }),
    )
  })

  it.each(['一', '9', '1,', '万', '第一', '一点', '百分之', '2020-', '2020年'])(
    'is linear in a text of %s',
    (letters) => {
      const read = (count: number) => {
        statedFigures(letters.repeat(count))
        datesIn(letters.repeat(count))
      }
      // Read in the square of its length, four times the text is sixteen times the work.
      const once = Math.max(
        work(() => read(8_000)),
        1000,
      )
      expect(work(() => read(32_000)) / once).toBeLessThan(10)
    },
  )
})

/** The least of several runs in microseconds of CPU: a run that had to wait, or was not compiled yet, counts for nothing. */
function work(run: () => void): number {
  const spent = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    run()
    return process.cpuUsage(before).user
  })
  return Math.min(...spent)
}

describe('datesIn', () => {
  const dates = (text: string) =>
    datesIn(text).map(({ year, month, day, asOf }) => [year, month, day, asOf])

  it('reads Arabic, Chinese and ISO dates', () => {
    expect(dates('2021年6月9日')).toEqual([[2021, 6, 9, false]])
    expect(dates('二〇二一年六月九日')).toEqual([[2021, 6, 9, false]])
    expect(dates('2021-06-09')).toEqual([[2021, 6, 9, false]])
    expect(dates('截至2021年7月')).toEqual([[2021, 7, undefined, true]])
    expect(dates('2019年8月至11月').map(([year, month]) => [year, month])).toEqual([
      [2019, 8],
      [undefined, 11],
    ])
  })

  it('knows which date says no more than another', () => {
    expect(isWithin(partsOf('2021-06'), partsOf('2021-06-09'))).toBe(true)
    expect(isWithin(partsOf('2021-06-09'), partsOf('2021-06'))).toBe(false)
    expect(isWithin(partsOf('07-30'), partsOf('2021-07-30'))).toBe(true)
  })
})

const fact = { id: 'a-f01', statement: '甲。', words: [], verified: true }
const source = {
  ...{ id: 'a', title: '甲', title_described: false, kind: 'report' as const, publisher: '乙' },
  ...{ published: null, url: 'https://example.org/a', accessed: '2026', facts: [] },
  quality: 'full' as const,
}
const verdict = (text: string, about: Partial<typeof fact> & object) => {
  const support = supportOf({ fact: { ...fact, ...about }, source })
  return statedFigures(text).map((figure) => verdictOn(figure, support, true).kind)
}

describe('verdictOn', () => {
  const known = { figure: 600, unit: '家企业', qualifier: 'over' as const }

  it.each([
    ['600余家', 'agrees'],
    ['六百多家', 'agrees'],
    ['600家', 'qualifier'],
    ['约600家', 'qualifier'],
    ['700余家', 'value'],
    ['七家', 'value'],
    ['600余人', 'measure'],
    ['10%', 'computed'],
    ['一个', 'silent'],
  ])('%s %s', (text, kind) => expect(verdict(text, known)).toEqual([kind]))

  it('knows figures of the fields, however they are written', () => {
    const texts = (figure: string | number, unit: string) =>
      fieldFigures({ ...fact, figure, unit }).map(({ value, measure }) => `${value}${measure}`)
    expect(texts('9+74', '家协会+家企业')).toEqual(['9家', '74家'])
    expect(texts('3-5', '分钟')).toEqual(['3分钟', '5分钟'])
    expect(texts(0.25, '占比')).toEqual(['25%'])
    expect(texts(1.8, '万名党员')).toEqual(['18000名'])
    expect(texts('2021-06-09', '日期')).toEqual([])
    expect(texts('5A', '等级')).toEqual([])
  })

  it('takes a figure of speech for no count', () => {
    const rhetorical = { figure: 100, unit: '家', qualifier: 'rhetorical' as const }
    expect(verdict('100家', rhetorical)).toEqual(['rhetorical'])
    expect(verdict('百家', rhetorical)).toEqual(['silent'])
  })
})
