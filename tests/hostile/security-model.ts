/**
 * The rows of the security model: what a stock generator runs, throws at or publishes. `security-model.test.ts`
 * holds each at the check and at the renderer, `disk.test.ts` those that need a disk (`onDisk`), and
 * `built-site.test.ts` opens all of them in a browser. `CANARY` stands for a file outside the portal.
 */
interface Row {
  row: string
  /** Bodies that stand on the page letter by letter. */
  literal?: readonly string[]
  /** Bodies of which something else remains; nothing disallowed does. */
  bodies?: readonly string[]
  /** Bodies that leave no page. */
  refused?: readonly string[]
  /** Whole front matters with their fences; each leaves no page. */
  fronts?: readonly string[]
  /** Values that a field keeps as text. */
  values?: readonly string[]
}

const longPage = '党'.repeat(700_000)
const aliases = [
  'a: &a [x, x]',
  ...Array.from(
    { length: 20 },
    (_, index) => `k${index}: &k${index} [*${index ? `k${index - 1}` : 'a'}]`,
  ),
]
const bare = (lines: string) => `---\n${lines}\n---\n`

export const rows: readonly Row[] = [
  {
    row: 'interpolation',
    literal: ['{{1+1}}', '`{{1+1}}`', '**{{1+1}}**', '{{ $attrs }}'],
    bodies: ['# {{1+1}}', '![{{1+1}}](/media/x.png)', '[{{1+1}}](/search.html)'],
    values: ['{{1+1}}'],
  },
  {
    row: 'code at build',
    literal: [
      '{{ (()=>0).constructor("alert(1)")() }}',
      '{{ constructor.constructor("return process.env.PORTAL_CANARY")() }}',
      '<script setup>import fs from "node:fs"; fs.writeFileSync("pwned","x")</script>',
      '<script>alert(1)</script>',
    ],
    values: ['{{ (()=>0).constructor("alert(1)")() }}', '${alert(1)}'],
  },
  {
    row: 'markup with handlers',
    literal: [
      '<svg onload=alert(1)>',
      '<svg><script>alert(1)</script></svg>',
      '<details open ontoggle=alert(1)>x</details>',
      '<img src=https://evil.test/x.png onerror=alert(1)>',
      '<img src=x onerror=alert(1)>',
      '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
      `<div v-html="'<img src=x onerror=alert(1)>'"></div>`,
      '<div @vue:mounted="alert(1)">x</div>',
      '<x onclick=alert(1) autofocus tabindex=1 onfocus=alert(1)>x</x>',
      '<object data=https://evil.test/x></object>',
      '<embed src=https://evil.test/x>',
      '<form action=https://evil.test><button>x</button></form>',
      '<video src=https://evil.test/x.mp4 autoplay></video>',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    ],
    bodies: [
      '::: v-pre\n<svg onload=alert(1)>\n:::',
      '| <img src=x onerror=alert(1)> |\n| --- |\n| <svg onload=alert(1)> |',
      '```js onload=alert(1)\n<script>alert(1)</script>\n```',
      '[^x]: <img src=x onerror=alert(1)>\n\nx[^x]',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    ],
    values: [
      '<img src=x onerror=alert(1)>',
      '"><svg onload=alert(1)>',
      "' onmouseover=alert(1) x='",
    ],
  },
  {
    row: 'links that run and elements that lead away',
    literal: [
      '<a href="javascript:alert(1)">x</a>',
      '<meta http-equiv=refresh content="0;url=https://evil.test">',
      '<base href=https://evil.test/>',
      '<style>@import url(https://evil.test/x.css);</style>',
      '<link rel=stylesheet href=https://evil.test/x.css>',
    ],
    bodies: [
      '[x](javascript:alert(1))',
      '[x](JaVaScRiPt:alert(1))',
      '[x](java&#10;script:alert(1))',
      '[x](data:text/html,<script>alert(1)</script>)',
      '[x](vbscript:msgbox(1))',
      '[x](//evil.test/)',
      '[x](\\\\evil.test\\x)',
      '![x](javascript:alert(1))',
      '![x](https://evil.test/beacon.png)',
      '![x](//evil.test/beacon.png)',
      '<javascript:alert(1)>',
      '[x]: javascript:alert(1)\n\n[x]',
      '[x](/search.html"onclick="alert(1))',
    ],
  },
  {
    row: 'addresses and marks that break a build',
    literal: ['{{ unclosed', '<div', '</div></template>'],
    bodies: [
      '[x](http://[::1)',
      '[x](%E0%A4%A)',
      '[x](#%ff)',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    ],
  },
  {
    row: 'files from elsewhere',
    literal: [
      '<<< CANARY',
      '<<< /etc/passwd',
      '<!--@include: CANARY-->',
      '<!--@include: ../../etc/passwd-->',
    ],
    bodies: [
      '![x](../../../../etc/passwd?url)',
      '![x](CANARY)',
      '[x](file:///etc/passwd)',
      '[[toc]]',
    ],
  },
  {
    row: 'fences with an engine',
    fronts: ['js', 'javascript', 'coffee', 'json', 'toml', 'yaml', ' js'].map(
      (engine) => `---${engine}\nglobalThis.pwned = true\n---\n`,
    ),
  },
  {
    row: 'tags and keys that reach beyond data',
    fronts: [
      'a: !!js/function "function(){ globalThis.pwned = true }"',
      'a: !!js/regexp /x/',
      'a: !!python/object/apply:os.system ["id"]',
      'a: !<tag:example.org,2000:x> 1',
      '__proto__: { pwned: true }',
      '"__proto__": { pwned: true }',
      'constructor: { prototype: { pwned: true } }',
      'cover: { __proto__: { pwned: true } }',
      '{ "__proto__": { "pwned": true } }',
    ].map(bare),
  },
  {
    row: 'fields a theme would obey',
    fronts: [
      'head: [[script, {}, "alert(1)"]]',
      'description: "\\"><script>alert(1)</script>"',
      'dir: "ltr\\" onload=\\"alert(1)"',
      'hero: { name: "<img src=x onerror=alert(1)>" }',
      'prev: { text: "<img src=x onerror=alert(1)>", link: / }',
      'layout: false',
      'titleTemplate: "<svg onload=alert(1)>"',
    ].map(bare),
  },
  {
    row: 'the end of a script',
    literal: [
      '</script><script>alert(1)</script>',
      '--><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
    ],
    values: [
      '</script><script>alert(1)</script>',
      ']]><script>alert(1)</script>',
      '--><script>alert(1)</script>',
    ],
  },
  {
    row: 'bombs',
    refused: [longPage],
    fronts: [
      aliases.join('\n'),
      '<<: *a',
      'a: &a\n  b: *a',
      `a: ${'['.repeat(4000)}${']'.repeat(4000)}`,
      `title: ${'x'.repeat(70_000)}`,
    ].map(bare),
  },
  {
    row: 'text that reads otherwise than it is',
    bodies: ['\u202ealert(1)\u202c', '管理\u2066员\u2069', '党\u200b建', 'раураl'],
    values: ['\u202ealert(1)\u202c'],
  },
]

/** Rows that need a disk; `disk.test.ts` holds them. */
export const onDisk = [
  'links below content and media',
  'names that meet or break on a host',
  'media that are not what they are called',
] as const

export function bodiesOf({ literal = [], bodies = [] }: Row): readonly string[] {
  return [...literal, ...bodies]
}

/** Whole files that leave no page; `front` makes a sound front matter for a body. */
export function refusedOf(row: Row, front: (body: string) => string): readonly string[] {
  return [
    ...(row.fronts ?? []).map(
      (text) => `${text}
正文。
`,
    ),
    ...(row.refused ?? []).map(front),
  ]
}
