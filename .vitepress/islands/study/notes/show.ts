import type { StudyPage } from '../../../../src/pages/study.ts'
import { findAnchor } from '../../../../src/study/anchor.ts'
import { notesOf } from '../../../../src/study/fold.ts'
import type { Note } from '../../../../src/study/fold.ts'
import { study } from '../record.ts'
import { toast } from '../toast.ts'
import { markSpan, textOf } from './text.ts'

/** Draw the notes of a page into its text, anew each time; those whose words are gone are told of once. */
export async function drawNotes(here: StudyPage): Promise<void> {
  const root = document.querySelector<HTMLElement>('.prose')
  if (!root) return
  const notes = notesOf(await study.activitiesOn(here.page))
  for (const mark of root.querySelectorAll('mark[data-note]')) unwrap(mark)
  root.normalize()
  const lost = notes.filter((note) => note.anchor && !draw(root, note))
  const before = Number(root.dataset.lostNotes ?? 0)
  root.dataset.lostNotes = String(lost.length)
  if (lost.length > before)
    toast(`这一页改过，有${lost.length}条笔记找不到原来的位置。它们在“我的学习”里，一条没丢。`)
  const wanted = /^#note-([0-9a-f-]{36})$/.exec(location.hash)?.[1]
  if (wanted) root.querySelector(`mark[data-note="${wanted}"]`)?.scrollIntoView({ block: 'center' })
}

function draw(root: HTMLElement, note: Note): boolean {
  const text = textOf(root)
  const span = note.anchor && findAnchor(text.words, note.anchor)
  if (!span) return false
  for (const [index, mark] of markSpan(text, span).entries()) {
    mark.className = 'noted'
    mark.dataset.note = note.note
    if (index > 0) continue
    mark.tabIndex = 0
    mark.setAttribute('role', 'button')
    mark.setAttribute('aria-label', `${note.text ? '笔记' : '划线'}：${note.anchor?.exact ?? ''}`)
  }
  return true
}

function unwrap(mark: Element): void {
  mark.replaceWith(...mark.childNodes)
}
