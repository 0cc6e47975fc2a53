import type { ReadyPackView } from '../../../../src/pages/ready-pack.ts'

/** What the page of a ready pack gives its island. */
export type ReadyPack = Pick<ReadyPackView, 'pack' | 'sheet' | 'site'>

/** The button that saves a ready pack as a folder; the composer's parts come when it is pressed. */
export function mount(element: HTMLElement, data: unknown): void {
  const button = document.querySelector<HTMLButtonElement>('[data-pack="zip"]')
  const said = document.querySelector('[data-pack="said"]')
  const say = (words: string) => {
    if (said) said.textContent = words
  }
  button?.addEventListener('click', () => {
    button.disabled = true
    say('正在打包。')
    import('./take-along.ts')
      // The template wrote a `ReadyPack` there.
      .then(({ takeAlong }) => takeAlong(data as ReadyPack, element))
      .then(say, () => say('没有打包成：有的内容现在取不到。请检查网络，再试一次。'))
      .then(() => {
        button.disabled = false
      })
  })
}
