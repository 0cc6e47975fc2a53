import type { ServerResponse } from 'node:http'

/** A page that a browser has open, and the hash of what it shows. */
interface OpenPage {
  path: string
  shown: string
  response: ServerResponse
}

/** Browsers that wait to be told of changes, by server-sent events (HTML Standard, 9.2). */
export class OpenPages {
  private readonly open = new Set<OpenPage>()

  /** `hashOf` says what a page is now: its hash, undefined where there is none. */
  constructor(private readonly hashOf: (path: string) => Promise<string | undefined>) {}

  /** Keep an answer open for a page; it is told at once when it shows something older. */
  add(page: OpenPage): void {
    const { response } = page
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
    })
    response.write('retry: 500\n\n')
    this.open.add(page)
    response.on('close', () => this.open.delete(page))
    void this.tell(page)
  }

  /** The content or the program is another one. */
  tellAll(): void {
    for (const page of this.open) void this.tell(page)
  }

  private async tell({ path, shown, response }: OpenPage): Promise<void> {
    const hash = await this.hashOf(path).catch(() => undefined)
    // A page that is gone stays on the screen: the panel says where it went.
    const isOther = shown !== '' && hash !== undefined && hash !== shown
    response.write(`event: ${isOther ? 'changed' : 'checked'}\ndata:\n\n`)
  }
}
