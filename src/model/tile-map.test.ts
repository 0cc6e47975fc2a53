import { expect, test } from 'vitest'
import { provinces } from './regions.ts'
import { shortPlace, shortRegion, tileColumns, tileRows, tiles } from './tile-map.ts'

test('every province-level unit stands on the map once, on a tile of its own', () => {
  const named = tiles.map(({ province }) => province)
  expect([...named].sort()).toEqual(
    Object.keys(provinces)
      .filter((one) => one !== '全国')
      .sort(),
  )
  expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length)
  for (const { column, row } of tiles) {
    expect(column).toBeLessThanOrEqual(tileColumns)
    expect(row).toBeLessThanOrEqual(tileRows)
  }
})

test.for([
  ['浙江省', '浙江'],
  ['内蒙古自治区', '内蒙古'],
  ['广西壮族自治区', '广西'],
  ['香港特别行政区', '香港'],
  ['北京市', '北京'],
  ['全国', '全国'],
] as const)('%s is shortened to %s', ([province, name]) => {
  expect(shortPlace(province)).toBe(name)
})

test.for([
  ['江苏省/南通市/崇川区', '江苏南通'],
  ['北京市/海淀区', '北京海淀'],
  ['内蒙古自治区/阿拉善盟', '内蒙古阿拉善'],
  ['四川省/成都市/高新区', '四川成都'],
  ['福建省', '福建'],
  ['全国', '全国'],
] as const)('%s stands in a line as %s', ([region, line]) => {
  expect(shortRegion(region)).toBe(line)
})
