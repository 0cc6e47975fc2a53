import { mkdirSync } from 'node:fs'

/** Makes folders, each once. */
export class Folders {
  private readonly made = new Set<string>()

  make(folder: string): void {
    if (this.made.has(folder)) return
    mkdirSync(folder, { recursive: true })
    this.made.add(folder)
  }
}
