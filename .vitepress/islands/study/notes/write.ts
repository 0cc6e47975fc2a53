import type { StudyPage } from '../../../../src/pages/study.ts'
import type { Anchor } from '../../../../src/study/activity.ts'
import { anchorOf } from '../../../../src/study/anchor.ts'
import { notesOf } from '../../../../src/study/fold.ts'
import { newId } from '../../storage/identity.ts'
import { record, study } from '../record.ts'
import { askForNote } from './dialog.ts'
import { drawNotes } from './show.ts'
import { spanOf, textOf } from './text.ts'

/** Highlight the selected words, without a note. */
export async function highlight(here: StudyPage): Promise<void> {
  const anchor = selected()
  if (!anchor) return
  getSelection()?.removeAllRanges()
  await record({ verb: 'noted', note: newId(), text: '', anchor }, { on: here })
  await drawNotes(here)
}

/** Ask for a note on the selected words, or on the page when none are selected. */
export async function writeNote(here: StudyPage): Promise<void> {
  const anchor = selected()
  const answer = await askForNote({ quote: anchor?.exact, text: '' })
  if (answer?.text)
    await record(
      { verb: 'noted', note: newId(), text: answer.text, ...(anchor ? { anchor } : {}) },
      { on: here },
    )
  await drawNotes(here)
}

/** Open a note that was made, to read, change or remove it. */
export async function openNote(here: StudyPage, id: string): Promise<void> {
  const note = notesOf(await study.activitiesOn(here.page)).find((one) => one.note === id)
  if (!note) return
  const answer = await askForNote({ quote: note.anchor?.exact, text: note.text, old: true })
  if (!answer) return
  if (answer.remove) await record({ verb: 'unnoted', note: id }, { on: here })
  else if (answer.text !== note.text)
    await record(
      {
        verb: 'noted',
        note: id,
        text: answer.text,
        ...(note.anchor ? { anchor: note.anchor } : {}),
      },
      { on: here },
    )
  await drawNotes(here)
}

/** The selected words of the text as an anchor; long selections are cut to what an anchor holds. */
function selected(): Anchor | undefined {
  const root = document.querySelector<HTMLElement>('.prose')
  const selection = getSelection()
  if (!root || !selection || selection.rangeCount === 0) return undefined
  const span = spanOf(selection.getRangeAt(0), root)
  if (!span) return undefined
  const to = Math.min(span.to, span.from + 2000)
  return anchorOf(textOf(root).words, { from: span.from, to })
}
