import { describe, expect, test } from 'vitest'
import { burnedCaption, burnedLines } from './burned-caption.ts'
import { layouts } from './layout.ts'

const linesOf = (say: string, words: readonly string[] = []) =>
  burnedLines(say, { width: 624, words })

describe('a caption printed under an upright picture', () => {
  test('breaks after a mark where one stands near, and never inside a kept word', () => {
    expect(linesOf('一位客户交给他，他看的是门锁好没有。').lines).toEqual([
      '一位客户交给他，',
      '他看的是门锁好没有。',
    ])
    const kept = linesOf('报道写的是各区、县（市）都建起了互联网行业党委。', ['各区、县（市）'])
    expect(kept.lines.some((line) => line.includes('各区、县（市）'))).toBe(true)
  })

  test('parts nothing that is said together where a further line or a smaller size has room', () => {
    expect(linesOf('三样都没有，他带领团队攻关，历时四年。').lines).toEqual([
      '三样都没有，',
      '他带领团队攻关，',
      '历时四年。',
    ])
    expect(linesOf('山区女孩因贫困失学；她要办的，是免费女子高中。')).toEqual({
      lines: ['山区女孩因贫困失学；', '她要办的，是免费女子高中。'],
      size: 46,
    })
  })

  test('keeps a name in its marks whole', () => {
    expect(linesOf('2022年10月，他在“党代表通道”讲起这件事。').lines).toEqual([
      '2022年10月，',
      '他在“党代表通道”',
      '讲起这件事。',
    ])
    expect(linesOf('当天的《新闻联播》也讲了他和钻机的事。').lines[0]).toBe('当天的《新闻联播》')
  })

  test('is smaller before it takes more lines than have room', () => {
    expect(linesOf('先说试过几次，再说停在哪一步。').size).toBe(52)
    const longest = linesOf(
      '报道刊发的时候他们一共走过了十一个县去看望那里的老师和学生回来以后写成三份',
    )
    expect(longest.lines.length).toBeLessThanOrEqual(3)
    expect(longest.size).toBe(46)
  })

  test('stands in the zone kept for it, upright only', () => {
    expect(burnedCaption('截至刊发时。', layouts.wide, [])).toEqual([])
    for (const { y } of burnedCaption('截至刊发时，属地的企业。', layouts.upright, []))
      expect(y).toBeGreaterThan(layouts.upright.bottom + 46)
  })
})
