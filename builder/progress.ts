import type { Done, Slow } from './steps/step.ts'

/** Where progress is shown; a terminal sees each step as it ends, a log only the summary. */
interface Screen {
  isTTY?: boolean
  write: (text: string) => unknown
}

/** What each step did and how long it took. */
export class Progress {
  /** Pages that took longest to render, longest first. */
  slowest: readonly Slow[] = []
  private readonly start = performance.now()
  private readonly running = new Set<string>()
  private readonly shows: boolean

  constructor(
    private readonly screen: Screen,
    quiet = Boolean(process.env.CI),
  ) {
    this.shows = Boolean(screen.isTTY) && !quiet
  }

  /** Run one step and say what it did. */
  async watch<Result extends Done>(
    name: string,
    run: () => Result | Promise<Result>,
  ): Promise<Result> {
    const start = performance.now()
    this.begin(name)
    try {
      const done = await run()
      this.end(name, done === 'failed' ? '没有通过' : whatWasDone(done, performance.now() - start))
      if (done !== 'failed') this.slowest = done.slowest ?? this.slowest
      return done
    } catch (error) {
      this.end(name, '中断')
      throw error
    }
  }

  /** Seconds since the build began, as readers of the log see them. */
  seconds(): string {
    return secondsOf(performance.now() - this.start)
  }

  private begin(name: string): void {
    this.running.add(name)
    this.draw()
  }

  private end(name: string, line: string | undefined): void {
    this.running.delete(name)
    if (this.shows && line) this.screen.write(`\x1b[2K✓ ${name}：${line}\n`)
    this.draw()
  }

  /** The steps at work, on a line that the next one overwrites. */
  private draw(): void {
    if (this.shows) this.screen.write(`\x1b[2K${[...this.running].join('、')}\r`)
  }
}

/** Nothing is said of a step that had nothing to do. */
function whatWasDone(done: Exclude<Done, 'failed'>, milliseconds: number): string | undefined {
  if (done.count === 0) return undefined
  const reused = done.reused ? `，沿用${done.reused}` : ''
  return `${done.count}${done.unit}${reused}，${secondsOf(milliseconds)}`
}

function secondsOf(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)}秒`
}
