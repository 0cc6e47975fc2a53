import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cueText, readCues } from '../../src/content/captions.ts'
import { webvttOf } from '../../src/formats/webvtt.ts'
import { isPlaceholder } from '../../src/model/placeholder.ts'
import { readCaptionFile } from '../../src/recordings/caption-file.ts'
import { fitCaptions } from '../../src/recordings/caption-rules.ts'
import { filmFiles } from '../../src/recordings/film-draft.ts'

/** Captions that came after the film: they take the place of its sheet, as long as nobody has typed into it. */
export function fillSheet({
  root,
  slug,
  file,
  words,
}: {
  root: string
  slug: string | undefined
  file: string
  words: readonly string[]
}): { fault: string } | { report: string } {
  if (slug === undefined)
    return {
      fault: `“${basename(file)}”是字幕。要写片子：npm run film -- 片子 字幕；片子已经做好的，写上 --slug 它的文件名。`,
    }
  const place = `content${filmFiles(slug).captions}`
  const path = join(root, place)
  if (!existsSync(path)) return { fault: `没有 ${place}：${slug} 这部片子还没有做。` }
  const cues = readCues(readFileSync(path, 'utf8'))
  if (!cues.every((cue) => isPlaceholder(cueText(cue))))
    return { fault: `${place} 已经写了字幕，没有改动它：要换的，先删去它。` }
  const read = readCaptionFile(readFileSync(file))
  if ('fault' in read) return read
  const fitted = fitCaptions(read.spoken, { duration: cues.at(-1)?.end ?? 0, words })
  writeFileSync(path, webvttOf(fitted.cues))
  const changes = [...read.changes, ...fitted.changes].map((one) => `  · ${one}\n`).join('')
  return { report: `${place} 写好了，${fitted.cues.length}条字幕。\n${changes}` }
}
