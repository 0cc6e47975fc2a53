/** A file of a portal under attack: its path and its text. */
export type Written = readonly [path: string, text: string]

/** Addresses that are web addresses, and more. */
export const addresses = [
  'https://example.org/"onmouseover="alert(1)',
  "https://example.org/'><script>alert(1)</script>",
  'https://example.org/<img src=x onerror=alert(1)>',
  'https://example.org/?q=</script><script>alert(1)</script>',
  'https://example.org/#javascript:alert(1)',
  'https://user:alert(1)@example.org/{{1+1}}',
  'https://[::1]/%E0%A4%A',
]

/** One entry of every kind whose every text is one of eight payloads; `id` is letters and digits. */
export function* hostileEntries(
  id: string,
  payloads: readonly string[],
  turn: number,
): Generator<Written> {
  const [one = '空', two = one, three = one, four = one] = payloads
  const rest = payloads.length > 4 ? payloads.slice(4) : payloads
  const [five = one, six = five, seven = five, eight = five] = rest
  const address = addresses[turn % addresses.length] ?? ''
  const facts = [1, 2, 3].map((number) => ({
    id: `${id}-f${number}`,
    statement: four,
    figure: 600 / number,
    unit: cut(two, 8),
    note: three,
    article: one,
    as_of: '2026',
  }))
  yield [
    `seeds/${id}.yaml`,
    JSON.stringify({
      ...source(id),
      ...{ title: one, publisher: two, author: three, editor: four, series: one, url: address },
      ...{ published_note: three, facts },
    }),
  ]
  const shared = { sources: [id], topics: ['组织力'], discussion: [cut(three, 120)] }
  const corrections = [{ date: '2026-01-02', was: one, now: two, why: three }]
  const cover = { image: '/media/picture.png', alt: two }
  yield entry(
    `content/cases/${id}.md`,
    {
      ...named(one, two),
      ...shared,
      ...{ unit: id, series: one, keys: [cut(three, 60)], corrections, cover, ai: four },
      measures: [{ name: two, text: cut(four, 60), cites: [`${id}-f1`] }],
      brief: turn % 2 === 0,
      highlight: { text: cut(one, 6), unit: cut(two, 6), label: cut(three, 16), cite: `${id}-f1` },
    },
    `引用[^${id}-f1]。`,
  )
  yield entry(`content/organizations/${id}.md`, {
    ...named(two, three),
    ...{ kind: '企业', aliases: [one, four], topics: ['组织力'] },
  })
  yield entry(`content/topics/${id}.md`, { ...named(four, one), intro: cut(two, 240) })
  yield entry(`content/videos/${id}.md`, {
    ...named(seven, five),
    ...shared,
    programme: six,
    ...(turn % 2 === 0
      ? { external: { url: address, label: eight } }
      : {
          ...{ file: '/media/film.mp4', poster: '/media/picture.png', duration: 60 },
          ...{ captions: `/media/${id}.vtt`, chapters: `/media/${id}-chapters.vtt` },
          people: [{ name: eight, consent: five }],
        }),
  })
  yield [`content/media/${id}.vtt`, captions(`${id}-f2`, rest)]
  yield [`content/media/${id}-chapters.vtt`, captions('1', rest.slice(0, 2))]
  yield entry(`content/charts/${id}.md`, {
    ...named(six, eight),
    ...shared,
    caption: cut(seven, 40),
    drawing: drawing(id, rest, turn),
  })
  yield entry(`content/training/course/${id}.md`, {
    ...named(seven, eight),
    ...{ minutes: 1, objectives: [five], quiz: questions(id, [five, six, seven, eight]) },
  })
}

function drawing(id: string, payloads: readonly string[], turn: number): object {
  const [one = '', two = one, three = one] = payloads
  const [first, second, third] = [1, 2, 3].map((number) => `${id}-f${number}`)
  const amounts = [
    { fact: first, label: cut(one, 24) },
    { fact: second, label: cut(two, 24) },
  ]
  const kinds = [
    { kind: 'share', whole: amounts[0], parts: [amounts[1]], rest: cut(three, 24) },
    { kind: 'bars', rows: amounts },
    { kind: 'counts', rows: amounts, rest: cut(three, 24) },
    {
      ...{ kind: 'structure', fact: third, root: cut(one, 24) },
      parts: [{ name: cut(two, 24), note: cut(three, 12) }, { name: cut(three, 24) }],
    },
    { kind: 'flow', fact: first, from: cut(one, 8), to: cut(two, 8) },
    {
      kind: 'timeline',
      events: [
        { source: 'clean', label: cut(one, 24), note: cut(two, 24) },
        { source: 'clean', label: cut(three, 24) },
      ],
    },
  ]
  return kinds[turn % kinds.length] ?? {}
}

function questions(
  id: string,
  [one, two, three, four]: [string, string, string, string],
): object[] {
  const asked = { question: two, explanation: one, cites: [`${id}-f1`] }
  const options = [three, `${four} B`]
  return [
    { kind: 'single', ...asked, options, answer: 'A' },
    { kind: 'multiple', ...asked, question: three, options, answer: ['A', 'B'] },
    { kind: 'judge', ...asked, question: four, answer: '对' },
  ]
}

/** Captions whose every cue is a payload, the first named after a fact. */
function captions(first: string, payloads: readonly string[]): string {
  const cues = payloads.map((text, index) => {
    const times = `00:00:0${index}.000 --> 00:00:0${index + 1}.000`
    return `${index === 0 ? first : `cue-${index}`}\n${times}\n${text}\n`
  })
  return `WEBVTT\n\n${cues.join('\n')}`
}

export function source(id: string): object {
  return {
    ...{
      id,
      title: '来源',
      publisher: '测试',
      published: '2026-01-01',
      url: 'https://example.org/',
    },
    ...{ accessed: '2026-01-01', quality: 'full', facts: [] },
  }
}

/** Front matter as JSON, which is YAML: so every payload arrives exactly as it is. */
export function entry(path: string, data: object, body = '正文。'): Written {
  const lines = Object.entries(data).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return [path, `---\n${lines.join('\n')}\n---\n\n${body}\n`]
}

/** What every entry has; the summary is a hundred and sixty characters at most. */
export function named(title: string, summary: string): Record<string, unknown> {
  return {
    title: cut(title, 60),
    short: cut(title, 16),
    summary: `${cut(summary, 110)}这是一段只用于测试的摘要，凑满四十个字才能通过模型的长度检查，没有别的含义，请勿当真。`,
    ...{ date: '2026-01-01', status: 'published', provenance: 'original' },
  }
}

function cut(text: string, length: number): string {
  const short = text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
  return short.trim() || '空'
}
