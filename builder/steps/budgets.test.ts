import { expect, test } from 'vitest'
import { overBudget, weightOf } from './budgets.ts'

const loaded = {
  parts: [
    { name: '样式', bytes: 10 * 1024 },
    { name: '脚本', bytes: 2 * 1024 },
  ],
  scripts: 2 * 1024,
}

test('a page over its budget is named with its parts, the heaviest first', () => {
  const weights = [
    weightOf('cases/a.html', 9 * 1024, loaded),
    weightOf('data.html', 30 * 1024, loaded),
    weightOf('index.html', 8 * 1024, loaded),
  ]
  expect(overBudget(weights, 20)).toEqual([
    'data.html 共42.0KB，超过每页20KB：页面30.0KB，样式10.0KB，脚本2.0KB。',
    'cases/a.html 共21.0KB，超过每页20KB：页面9.0KB，样式10.0KB，脚本2.0KB。',
  ])
})

test('a page just within its budget passes', () => {
  expect(overBudget([weightOf('index.html', 8 * 1024, loaded)], 20)).toEqual([])
})
