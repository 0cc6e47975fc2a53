import { element } from '../../element.ts'

/** What stands on the page before slides are shown: words, and a choice where there is one. */
export class StartScreen {
  private readonly said = document.querySelector('[data-said]')
  private readonly choices = element('p', { class: 'acts', 'data-choices': '' })

  constructor() {
    this.said?.after(this.choices)
  }

  say(words: string): void {
    if (this.said) this.said.textContent = words
  }

  /** Links that lead on from here. */
  offer(...links: { href: string; text: string }[]): void {
    this.choices.replaceChildren(
      ...links.map(({ href, text }) => element('a', { class: 'btn', href }, text)),
    )
  }

  /** Resolves to what was pressed; the first is what most want, and has the focus. */
  ask<Answer extends string>(words: string, answers: Record<Answer, string>): Promise<Answer> {
    this.say(words)
    return new Promise((resolve) => {
      const buttons = Object.keys(answers).map((name, index) => {
        const answer = name as Answer
        const look = index === 0 ? 'btn btn--primary' : 'btn'
        const button = element('button', { type: 'button', class: look }, answers[answer])
        button.addEventListener('click', () => {
          this.choices.replaceChildren()
          resolve(answer)
        })
        return button
      })
      this.choices.replaceChildren(...buttons)
      buttons[0]?.focus()
    })
  }

  close(): void {
    document.querySelector('[data-start]')?.remove()
  }
}
