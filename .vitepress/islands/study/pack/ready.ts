import type { ReadyPackView } from '../../../../src/pages/ready-pack.ts'

/** What the page of a ready pack gives its island. */
export type ReadyPack = Pick<ReadyPackView, 'plan' | 'sheet' | 'site' | 'slides'>

/** The buttons that save a ready pack as a folder and as a date; what makes them comes when pressed. */
export function mount(element: HTMLElement, data: unknown): void {
  const button = document.querySelector<HTMLButtonElement>('[data-pack="zip"]')
  const said = document.querySelector('[data-pack="said"]')
  const say = (words: string) => {
    if (said) said.textContent = words
  }
  // The template wrote a `ReadyPack` there.
  const pack = data as ReadyPack
  const calendar = document.querySelector<HTMLFormElement>('[data-pack="calendar"]')
  calendar?.addEventListener('submit', (event) => {
    event.preventDefault()
    const written = new FormData(calendar)
    const [day, start] = [String(written.get('day')), String(written.get('start'))]
    import('./pack-calendar.ts')
      .then(({ saveCalendar }) => saveCalendar(pack, day, start))
      .then(say, () => say('没有做成日历文件。请检查网络，再试一次。'))
  })
  button?.addEventListener('click', () => {
    button.disabled = true
    say('正在打包。')
    import('./take-along.ts')
      .then(({ takeAlong }) => takeAlong(pack, element, say))
      .then(say, () => say('没有打包成：有的内容现在取不到。请检查网络，再试一次。'))
      .then(() => {
        button.disabled = false
      })
  })
}
