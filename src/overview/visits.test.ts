import { describe, expect, test } from 'vitest'
import { readLogLine } from './access-log.ts'
import { Visits, visitTables } from './visits.ts'

const phone = 'Mozilla/5.0 (Linux; Android 10) MicroMessenger/8.0'

describe('a line of an access log', () => {
  const wanted = { method: 'GET', address: '/cases/a.html?q=1', status: 200, isRobot: false }
  test.for([
    [
      'nginx and Apache, combined',
      `203.0.113.9 - - [01/Dec/2026:08:00:01 +0800] "GET /cases/a.html?q=1 HTTP/1.1" 200 5316 "https://example.org/" "${phone}"`,
    ],
    [
      'Apache, common',
      '203.0.113.9 - - [01/Dec/2026:08:00:01 +0800] "GET /cases/a.html?q=1 HTTP/2.0" 200 5316',
    ],
    [
      'Alibaba Cloud CDN',
      `[1/Dec/2026:08:00:01 +0800] 203.0.113.9 - 1542 "-" "GET http://portal.example.cn/cases/a.html?q=1" 200 191 2830 MISS "${phone}" "text/html"`,
    ],
    [
      'Caddy',
      JSON.stringify({
        ts: Date.UTC(2026, 11, 1) / 1000,
        request: {
          remote_ip: '203.0.113.9',
          method: 'GET',
          uri: '/cases/a.html?q=1',
          headers: { 'User-Agent': [phone] },
        },
        status: 200,
      }),
    ],
    [
      'nginx as JSON',
      JSON.stringify({
        time_iso8601: '2026-12-01T08:00:01+08:00',
        request_method: 'GET',
        request_uri: '/cases/a.html?q=1',
        status: '200',
        http_user_agent: phone,
      }),
    ],
  ] as const)('%s', ([, line]) => {
    expect(readLogLine(line)).toEqual({ ...wanted, day: '2026-12-01' })
  })

  test.for(['', 'error: disk full', '{"level":"info"}', '{ broken', '"GET /a" never 200'])(
    '%s is none',
    (line) => expect(readLogLine(line)).toBeUndefined(),
  )

  test('says whether a program asked, by what it calls itself', () => {
    const line = (agent: string) =>
      `- - - [01/Dec/2026:08:00:01 +0800] "GET / HTTP/1.1" 200 1 "-" "${agent}"`
    const isRobot = (agent: string) => readLogLine(line(agent))?.isRobot
    expect([isRobot(phone), isRobot('Mozilla/5.0 (compatible; Baiduspider/2.0)')]).toEqual([
      false,
      true,
    ])
    // A page named so is no robot.
    expect(
      readLogLine('- - - [01/Dec/2026:08:00:01 +0800] "GET /robots.html HTTP/1.1" 200 1')?.isRobot,
    ).toBe(false)
  })
})

describe('the report', () => {
  const visits = new Visits('/a/')
  const ask = (times: number, address: string, status = 200) => {
    for (let time = 0; time < times; time++)
      visits.add({ method: 'GET', address, status, isRobot: false, day: '2026-12-01' })
  }
  ask(5, '/a/')
  ask(4, '/a/cases/a.html?utm=x', 304)
  ask(2, '/a/cases/rare.html')
  ask(3, '/a/search.html?q=%E5%85%9A%E8%B4%B9')
  ask(4, '/a/search.html?q=%E9%A9%AC%E6%8B%89%E6%9D%BE')
  ask(2, '/a/search.html?q=%E6%9F%90%E4%BA%BA')
  ask(3, '/a/case/a.html', 404)
  ask(9, '/a/wp-login.php', 404)
  ask(9, '/other/', 200)
  ask(9, '/a/%E5%8', 200)
  ask(9, '/a/assets/style.css')
  visits.add({ method: 'POST', address: '/a/', status: 200, isRobot: false })
  visits.add({ method: 'GET', address: '/a/', status: 200, isRobot: true })
  const titles = new Map([
    ['index.html', '首页'],
    ['cases/a.html', '甲案例'],
    ['search.html', '搜索'],
  ])

  test('counts pages, searches and addresses, and names nobody', async () => {
    const hitsOf = (words: string) => Promise.resolve(words === '党费' ? 7 : 0)
    const tables = await visitTables(visits, { titles, hitsOf })
    expect(Object.fromEntries(tables.map(({ title, rows }) => [title, rows]))).toEqual({
      每天: [['2026-12-01', 20]],
      页面: [
        ['搜索', 'search.html', 9],
        ['首页', 'index.html', 5],
        ['甲案例', 'cases/a.html', 4],
      ],
      没有查到的词: [['马拉松', 4]],
      没有的地址: [['case/a.html', 3, 'cases/a.html']],
    })
    expect(JSON.stringify(tables)).not.toMatch(/某人|rare/)
    expect(tables[1]?.note).toContain('的1次请求不算')
    expect(tables[3]?.note).toContain('扫描漏洞的9次')
  })

  test('leaves searches out where there is no index to try them in', async () => {
    const tables = await visitTables(visits, { titles })
    expect(tables.map(({ title }) => title)).toEqual(['每天', '页面', '没有的地址'])
  })
})
