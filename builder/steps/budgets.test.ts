import { expect, test } from 'vitest'
import { overBudget, weightOf } from './budgets.ts'

const loaded = {
  parts: [{ name: '脚本', bytes: 2 * 1024 }],
  sizeOf: (address: string) => (address === '/whole.css' ? 10 : 4) * 1024,
}

test('a page over its budget is named with its parts, the heaviest first', () => {
  const weights = [
    weightOf(
      'cases/a.html',
      {
        html: '<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css">',
        packed: 11 * 1024,
      },
      loaded,
    ),
    weightOf(
      'data.html',
      { html: '<link rel="stylesheet" href="/whole.css">', packed: 30 * 1024 },
      loaded,
    ),
    weightOf(
      'index.html',
      { html: '<link rel="stylesheet" href="/whole.css">', packed: 8 * 1024 },
      loaded,
    ),
  ]
  expect(overBudget(weights, 20)).toEqual([
    'data.html 共42.0KB，超过每页20KB：页面30.0KB，样式10.0KB，脚本2.0KB。',
    'cases/a.html 共21.0KB，超过每页20KB：页面11.0KB，样式8.0KB，脚本2.0KB。',
  ])
})

test('a page just within its budget passes', () => {
  expect(
    overBudget(
      [
        weightOf(
          'index.html',
          { html: '<link rel="stylesheet" href="/whole.css">', packed: 8 * 1024 },
          loaded,
        ),
      ],
      20,
    ),
  ).toEqual([])
})
