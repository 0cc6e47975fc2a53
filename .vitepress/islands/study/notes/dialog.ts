import { closeModal, openModal } from '../../modal.ts'

interface NoteAnswer {
  text: string
  remove?: true
}

/** Ask for the words of a note in a modal dialog; undefined when the reader turns away. */
export function askForNote({
  quote,
  text,
  old = false,
}: {
  quote: string | undefined
  text: string
  old?: boolean
}): Promise<NoteAnswer | undefined> {
  const dialog = document.createElement('dialog')
  dialog.className = 'notedialog'
  dialog.setAttribute('aria-label', old ? '笔记' : '写笔记')
  const area = element('textarea', '')
  area.value = text
  area.rows = 5
  area.maxLength = 5000
  area.id = 'note-words'
  const label = element('label', quote ? '对这句话的笔记' : '对这一页的笔记')
  label.htmlFor = area.id
  const acts = element('p', '')
  acts.className = 'acts'
  dialog.append(...(quote ? [element('blockquote', quote)] : []), label, area, acts)
  document.body.append(dialog)
  return new Promise((resolve) => {
    let answer: NoteAnswer | undefined
    const button = (words: string, kind: string, act: () => void) => {
      const one = element('button', words)
      one.type = 'button'
      one.className = kind
      one.addEventListener('click', () => {
        act()
        closeModal(dialog)
      })
      acts.append(one)
    }
    button('保存', 'btn btn--primary', () => (answer = { text: area.value.trim() }))
    button('取消', 'btn', () => {})
    if (old) button('删除', 'btn btn--bare', () => (answer = { text: '', remove: true }))
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(answer)
    })
    openModal(dialog)
    area.focus()
  })
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  words: string,
): HTMLElementTagNameMap[Name] {
  const one = document.createElement(name)
  one.textContent = words
  return one
}
