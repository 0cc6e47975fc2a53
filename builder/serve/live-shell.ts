import { fileURLToPath } from 'node:url'
import { packageFolder, portalRoot } from '../folders.ts'
import { bundleProgram, programVersion } from '../program.js'
import { openShell } from '../shell/open-shell.ts'
import type { Shell } from '../shell/open-shell.ts'
import { readTheme, versionWith } from '../shell/theme.ts'

/** The shell of the program as it stands on the disk: bundled anew for the first page after a change. */
export class LiveShell {
  private opened: Promise<Shell> | undefined

  constructor(private readonly base: string) {}

  touch(): void {
    this.opened = undefined
  }

  /** Fails when the program cannot be bundled, with what the bundler says. */
  current(): Promise<Shell> {
    return (this.opened ??= this.open())
  }

  private async open(): Promise<Shell> {
    const packed = packageFolder() === undefined ? undefined : process.env.PORTAL_PROGRAM
    if (packed !== undefined) return this.shellOf(packed)
    const version = programVersion()
    const program = await bundleProgram(version)
    const script = fileURLToPath(`${program}shell-process.js`)
    return this.shellOf(version, script)
  }

  private shellOf(program: string, script?: string): Promise<Shell> {
    const { signal } = new AbortController()
    const theme = readTheme(portalRoot())
    return openShell({
      ...{ version: versionWith(program, theme), base: this.base, force: false, signal },
      ...(theme && { theme }),
      ...(script && { script }),
    })
  }
}
