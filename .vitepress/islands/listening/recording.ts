/** A recording whose sentences are timed marks them in the text while it plays; what that needs comes with the first play. */
export function mount(root: HTMLElement): void {
  const audio = root.querySelector('audio')
  const track = root.querySelector('track')
  if (!audio || !track) return
  const begin = () =>
    void import('./recorded-sentences.ts').then(({ markWhatIsRead }) =>
      markWhatIsRead(audio, track),
    )
  audio.addEventListener('play', begin, { once: true })
}
