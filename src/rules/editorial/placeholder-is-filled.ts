import { mediaFile } from '../../content/address.ts'
import { isPublished } from '../../content/library.ts'
import { isPlaceholder, placeholder } from '../../model/placeholder.ts'
import { referencesOf } from '../reading/named-references.ts'
import { entryRule } from '../engine/rule.ts'
import type { EntryContext, Finding } from '../engine/rule.ts'

export const placeholderIsFilled = entryRule({
  id: 'placeholder-is-filled',
  summary: '已发布的条目、它的来源和字幕里，没有待补的地方。',
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
    yield* gapsInCaptions(context)
  },
})

/** A sheet of captions that nobody has typed into, or not to its end. */
function* gapsInCaptions({ entry, library }: EntryContext): Generator<Finding> {
  if (entry.collection !== 'videos' || !entry.data.captions) return
  const file = mediaFile(entry, entry.data.captions)
  const lines = library.captions.get(file)?.text.split('\n') ?? []
  const open = lines.flatMap((line, index) => (line.includes(placeholder.mark) ? [index + 1] : []))
  if (open.length === 0) return
  yield {
    at: { field: 'captions' },
    message: `字幕还有${open.length}句没有填，从第${open[0]}行起。`,
    hint: `打开 ${file}，把“【待补……】”换成听到的话，不要的整条删去；或把状态改回草稿（status: draft）。`,
  }
}

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
