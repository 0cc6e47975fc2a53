import { copyText } from './clipboard.ts'
import { leadBack } from './notes-back.ts'

/** Keep the outline in step with reading, and let the buttons beside a text do their work. */
export function mount(element: HTMLElement): void {
  const article = element.parentElement
  if (!article) return
  followReading(article)
  leadBack(article)
  article.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null
    if (button?.dataset.action === 'print') window.print()
    if (button?.dataset.action === 'copy-link') void copyLink(button)
  })
}

function followReading(article: HTMLElement): void {
  const links = new Map<string, HTMLAnchorElement>()
  for (const link of article.querySelectorAll<HTMLAnchorElement>('.art__toc a[href^="#"]'))
    links.set(decodeURIComponent(link.hash.slice(1)), link)
  const headings = [
    ...article.querySelectorAll<HTMLElement>('.prose h2[id], .prose h3[id], .pk-sec > h2, .srcs'),
  ].filter(({ id }) => links.has(id))
  if (headings.length === 0 || !('IntersectionObserver' in window)) return
  const mark = () => {
    const passed = headings.filter(
      (heading) => heading.getBoundingClientRect().top < window.innerHeight / 3,
    )
    const current = (passed.at(-1) ?? headings[0])?.id
    for (const [id, link] of links)
      if (id === current) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
  }
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' })
  for (const heading of headings) observer.observe(heading)
}

async function copyLink(button: HTMLElement): Promise<void> {
  const address = location.href.replace(/#.*$/, '')
  if ((await copyText(address, '长按复制这个链接')) === 'copied') say(button, '链接已复制')
}

function say(button: HTMLElement, message: string): void {
  const toast = document.createElement('p')
  toast.className = 'toast toast--page screen-only'
  toast.setAttribute('role', 'status')
  toast.textContent = message
  button.closest('.acts')?.append(toast)
  setTimeout(() => toast.remove(), 6000)
}
