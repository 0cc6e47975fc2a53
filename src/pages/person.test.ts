import { describe, expect, it } from 'vitest'
import { buildLibrary } from '../content/library.ts'
import type { EntryOf } from '../content/library.ts'
import { personData } from '../publish/structured/person.ts'
import { examplePortal } from '../rules/handbook/portal.ts'
import { searchables } from '../corpus/documents.ts'
import { listPages } from './listing.ts'
import { personCard, personView } from './person.ts'
import { Relations } from './related.ts'

function made(front: string, body = '') {
  const text = `---\n${front}\n---\n${body}`
  const files = [{ path: 'content/people/zhang.md', text, raw: false }]
  const library = buildLibrary(examplePortal(files).portal)
  const entry = library.entries.find(({ collection }) => collection === 'people')
  expect(library.issues).toEqual([])
  // Only people live in that folder.
  const person = entry as EntryOf<'people'>
  return { library, person, view: personView(library, person, new Relations(library)) }
}

const deed =
  '\n## 做过的事\n\n### 记下收货人的时间\n\n他把收货人的上下班时间都记下来[^demo-f08]。\n'

describe('the page of a person', () => {
  it('numbers what the front matter cites after what the text cites, each with a note', () => {
    const { view } = made('title: 张示例', deed)
    expect(view.role.marks).toEqual([{ number: 1, href: '#s-demo-f08' }])
    expect(view.honours[0]?.marks).toEqual([{ number: 2, href: '#s-demo-f07' }])
    expect(view.notes.map(({ number, id }) => [number, id])).toEqual([
      [1, 'demo-f08'],
      [2, 'demo-f07'],
    ])
  })

  it('dates a post, and says 已故 of the dead instead', () => {
    expect(made('title: 张示例').view.role.when).toBe('2021年6月时的身份')
    const { library, person, view } = made(
      'deceased: { date: 2022-05, cites: [demo-f08] }\nrole: { text: 生前是示例公司快递员, as_of: 2021-06, cites: [demo-f08] }',
    )
    expect(view.role.when).toBe('')
    expect(view.standing?.text).toBe('2022年5月去世')
    expect(personCard(library, person).when).toBe('已故')
  })

  it('says what was not read of an honour', () => {
    const { view } = made(
      'honours: [{ name: 示例模范, body: 未读到, date: 未读到, cites: [demo-f07] }]',
    )
    expect(view.honours[0]).toMatchObject({ body: '授予者未读到', date: '日期未读到' })
  })

  it('leaves no room for a film that is none', () => {
    expect(made('title: 张示例').view).not.toHaveProperty('film')
    expect(made('film: /cases/demo').view).not.toHaveProperty('film')
  })

  it('tells machines who it is, which honours, and nothing private', () => {
    const { library, person } = made('title: 张示例')
    const data = personData(library, person, undefined)
    expect(data).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: {
        '@type': 'Person',
        name: '张示例',
        award: ['示例模范'],
        jobTitle: '示例公司快递员',
      },
    })
    expect(JSON.stringify(data)).not.toMatch(/birth|gender|address|telephone/i)
  })
})

describe('a person', () => {
  it('is listed by work, topic and honour, each a page of its own', () => {
    const { library } = made('title: 张示例')
    const paths = listPages(library).map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'people/index',
        'people/domain/delivery',
        'people/topic/zu-zhi-li',
        'people/honour/shi-li-mo-fan',
      ]),
    )
  })

  it('is searched for by name, deed, honour and post', () => {
    const { library } = made('title: 张示例', deed)
    const found = searchables(library, (file) => file).find(({ id }) => id === '/people/zhang')
    const document = found?.document()
    const words = document?.sections.map(({ text }) => text).join('\n') ?? ''
    expect(document?.title).toBe('张示例')
    for (const word of ['示例模范', '示例委员会', '快递员', '上下班时间'])
      expect(words).toContain(word)
  })
})
