import { modes } from './modes.ts'
import type { Mode } from './modes.ts'

/** A picture of a page, and whether it is as it was. */
export interface Shot {
  type: string
  mode: Mode
  width: number
  file: string
  state: 'same' | 'changed' | 'new'
}

const notes = { same: '', changed: '和上一次不同', new: '新的' }

/** A page of all pictures, a kind of page each section: those that changed first, each leading to its whole. */
export function contactSheet(shots: readonly Shot[]): string {
  const types = [...new Set(shots.map(({ type }) => type))]
  const changed = (type: string) =>
    shots.some((shot) => shot.type === type && shot.state !== 'same')
  const order = [...types.filter(changed), ...types.filter((type) => !changed(type))]
  const sections = order.map((type) =>
    section(
      type,
      shots.filter((shot) => shot.type === type),
    ),
  )
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>样张</title>
<style>
body { font: 16px/1.5 sans-serif; margin: 1rem; background: #ddd }
div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
figure { margin: 0 }
img { display: block; height: 26rem; width: auto; max-width: 30rem; object-fit: cover; object-position: top; background: #fff }
.changed img, .new img { outline: 4px solid #c8371b }
</style>
<h1>样张：${shots.length}张</h1>
${sections.join('\n')}
</html>
`
}

function section(type: string, shots: readonly Shot[]): string {
  const figures = shots.map(({ mode, width, file, state }) => {
    const before = file.replace(/jpg$/, 'before.jpg')
    const note = notes[state] && ` · ${notes[state]}`
    const link = state === 'changed' ? ` <a href="${before}">上一次的</a>` : ''
    return `<figure class="${state}"><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${modes[mode].title} ${width}${note}${link}</figcaption></figure>`
  })
  return `<h2>${type}</h2>\n<div>${figures.join('\n')}</div>`
}
