import type { StudyPage } from '../../../../src/pages/study.ts'
import { study } from '../record.ts'

/** Milliseconds a selection stands still before the bar comes. */
const still = 350

/** Draw the notes there are and offer to make new ones; the code for both comes when there is use for it. */
export function watchNotes(here: StudyPage): void {
  const root = document.querySelector<HTMLElement>('.prose')
  if (!root) return
  void drawThere(here)
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer)
    timer = setTimeout(() => offer(root, here), still)
  })
  root.addEventListener('click', ({ target }) => open(target, here))
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') open(event.target, here, event)
  })
}

async function drawThere(here: StudyPage): Promise<void> {
  const done = await study.activitiesOn(here.page)
  if (done.some(({ verb }) => verb === 'noted')) await (await import('./show.ts')).drawNotes(here)
}

function open(target: EventTarget | null, here: StudyPage, event?: Event): void {
  const mark = target instanceof Element ? target.closest<HTMLElement>('mark[data-note]') : null
  const id = mark?.dataset.note
  if (!id || getSelection()?.isCollapsed === false) return
  event?.preventDefault()
  void import('./write.ts').then(({ openNote }) => openNote(here, id))
}

function offer(root: HTMLElement, here: StudyPage): void {
  const selection = getSelection()
  const isInText =
    selection &&
    !selection.isCollapsed &&
    root.contains(selection.anchorNode) &&
    root.contains(selection.focusNode)
  if (!isInText) return void document.querySelector('.notebar')?.remove()
  if (document.querySelector('.notebar')) return
  const bar = document.createElement('div')
  bar.className = 'notebar screen-only'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', '选中的文字')
  for (const [words, act] of [
    ['划线', 'highlight'],
    ['写笔记', 'writeNote'],
  ] as const) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = words
    // The tap must not lose the selection it is about.
    button.addEventListener('pointerdown', (event) => event.preventDefault())
    button.addEventListener('click', () => {
      bar.remove()
      void import('./write.ts').then((write) => write[act](here))
    })
    bar.append(button)
  }
  document.body.append(bar)
}
