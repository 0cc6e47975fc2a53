import type { BookPlan } from '../../../../src/pages/book.ts'
import { saveFile } from '../../study/save-file.ts'
import type { Progress } from './book.ts'

interface Made {
  ending: 'epub' | 'pptx'
  type: string
  /** Programs that open it. */
  opens: string
  /** How far it has come, in words. */
  done: (done: number, of: number) => string
  make: (plan: BookPlan, progress: Progress) => Promise<Uint8Array>
}

/** What can be taken along; what makes it comes when its button is pressed. */
const kinds: Readonly<Record<string, Made>> = {
  book: {
    ending: 'epub',
    type: 'application/epub+zip',
    opens: '手机或电脑上的读书软件',
    done: (done, of) => `取到${done}篇，共${of}篇`,
    make: (plan, progress) => import('./book.ts').then(({ makeBook }) => makeBook(plan, progress)),
  },
  slides: {
    ending: 'pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    opens: 'WPS或PowerPoint',
    done: (done, of) => `画好${done}页，共${of}页`,
    make: (plan, progress) =>
      import('./slides.ts').then(({ makeSlides }) => makeSlides(plan, progress)),
  },
}

/** The buttons that save a page's texts as a book, and a pack's slides as a presentation. */
export function mount(element: HTMLElement, data: unknown): void {
  // The template wrote a `BookPlan` there.
  const plan = data as BookPlan
  const status = element.querySelector('[role="status"]')
  const say = (words: string) => {
    if (status) status.textContent = words
  }
  for (const button of element.querySelectorAll<HTMLButtonElement>('[data-take]')) {
    const kind = kinds[button.dataset.take ?? '']
    if (kind) button.addEventListener('click', () => take(button, kind, plan, say))
  }
}

function take(
  button: HTMLButtonElement,
  { ending, type, opens, done, make }: Made,
  plan: BookPlan,
  say: (words: string) => void,
): void {
  button.disabled = true
  say('正在做，请稍等。')
  make(plan, (made, of) => say(`正在做，${done(made, of)}。`))
    .then((bytes) => {
      saveFile(`chaotou-${plan.slug}.${ending}`, new Uint8Array(bytes), type)
      const size = Math.max(1, Math.round(bytes.length / 1024))
      say(`存好了，约${size}KB。用${opens}打开。`)
    })
    .catch(() => say('没有存成：有的内容现在取不到。请检查网络，再试一次。'))
    .then(() => {
      button.disabled = false
    })
}
