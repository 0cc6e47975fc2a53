import { isPublished } from '../content/library.ts'
import { isPlaceholder, placeholder } from '../model/placeholder.ts'
import { referencesOf } from './references.ts'
import { entryRule } from './rule.ts'

export const placeholderIsFilled = entryRule({
  id: 'placeholder-is-filled',
  summary: '已发布的条目和它的来源里，没有待补的地方。',
  area: 'editorial',
  severity: 'error',
  silenceable: false,
  *check(context) {
    const { entry, library } = context
    if (!isPublished(entry)) return
    for (const span of gapsIn(withoutComments(entry.text)))
      yield {
        at: { span },
        message: '这里还没有写，留着待补的占位文字。',
        hint: '写上内容并删去这一处占位，或把状态改回草稿（status: draft）。',
      }
    for (const { name, at } of referencesOf(context))
      if (name === placeholder.slug)
        yield {
          at,
          message: '这里还是占位用的 todo。',
          hint: '换成真正的名字，或把状态改回草稿（status: draft）。',
        }
    for (const [index, id] of entry.data.sources.entries()) {
      const source = library.sources.get(id)
      if (!source || !hasGap(source.text)) continue
      yield {
        at: { field: ['sources', index] },
        message: `来源“${source.data.title}”还有待补的地方。`,
        hint: `打开 ${source.file}，补上【待补】的字段和网址。`,
      }
    }
  },
})

/** A text whose comments in the front matter are blanked; offsets stay. */
function withoutComments(text: string): string {
  const end = text.indexOf('\n---', 3)
  const front = text.slice(0, end).replace(/^\s*#.*$/gm, (comment) => ' '.repeat(comment.length))
  return front + text.slice(end)
}

function* gapsIn(text: string): Generator<[number, number]> {
  for (const { index, 0: found } of text.matchAll(/【待补[^】\n]{0,200}】?/g))
    yield [index, index + found.length]
}

function hasGap(text: string): boolean {
  return text
    .split('\n')
    .some((line) => !/^\s*#/.test(line) && line.split(/[\s"']+/).some(isPlaceholder))
}
