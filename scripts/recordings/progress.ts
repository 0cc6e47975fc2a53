const cells = 24

/** A bar in the terminal that says how far a film is; elsewhere nothing is printed. */
export function createProgress(duration: number): {
  at: (seconds: number) => void
  end: () => void
} {
  const { stderr } = process
  if (!stderr.isTTY) return { at: () => undefined, end: () => undefined }
  const began = performance.now()
  return {
    at(seconds) {
      const part = Math.min(1, seconds / duration)
      const full = Math.round(part * cells)
      const spent = (performance.now() - began) / 1000
      const left = part > 0.02 ? `，还要约 ${Math.ceil((spent / part) * (1 - part))} 秒` : ''
      const bar = `${'█'.repeat(full)}${'░'.repeat(cells - full)}`
      stderr.write(`\r\x1b[K  ${bar} ${Math.floor(part * 100)}%${left}`)
    },
    end: () => void stderr.write('\r\x1b[K'),
  }
}
