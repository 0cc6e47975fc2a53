import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, relative, sep } from 'node:path'
import { contentTypeOf } from '../../src/publish/policy.ts'
import { sendFile } from '../../src/serve/send-file.ts'
import { programFile } from '../folders.ts'
import { PaintShop } from '../steps/paint-shop.ts'
import { FilesOf } from './files-of.ts'
import type { LivePortal } from './live-portal.ts'
import { LiveShell } from './live-shell.ts'
import { OpenPages } from './open-pages.ts'
import { overlayScript, overlaySheet } from './overlay.ts'
import { PageReports } from './page-report.ts'

/** What an editor edits, below the portal's folder. */
const edited = ['content', 'seeds', 'films', 'collected', 'site.yaml']
/** What the shell is bundled from; a change of what answers here starts VitePress again by itself. */
const bundled = ['.vitepress/theme', '.vitepress/islands', 'src', 'builder'].map(programFile)
const handbook = programFile('docs/handbook')

/** Every address below the base is answered with the bytes a build would write there, made when asked for. */
export class Answers {
  private readonly shell: LiveShell
  private readonly reports: PageReports
  private readonly pages: OpenPages
  private readonly shop = new PaintShop()
  private files: FilesOf | undefined
  private telling: NodeJS.Timeout | undefined

  constructor(private readonly portal: LivePortal) {
    this.shell = new LiveShell(portal.base)
    this.reports = new PageReports(portal)
    this.pages = new OpenPages(async (path) => (await this.render(path))?.hash)
    // The first page waits for it.
    this.shell.current().catch(() => undefined)
  }

  /** Files and folders whose changes count. */
  get watched(): string[] {
    const own = [...edited, 'theme'].map((path) => join(this.portal.root, path))
    return [...own, ...bundled, handbook]
  }

  /** A file was written, added or taken away. */
  changed(file: string): void {
    const [top = ''] = relative(this.portal.root, file).split(sep)
    const isContent = edited.includes(top) || file.startsWith(handbook)
    if (!isContent && top !== 'theme' && !bundled.some((folder) => file.startsWith(folder))) return
    if (isContent) this.portal.touch()
    else this.shell.touch()
    this.files = undefined
    // A save is often several events; what is read now has all of them.
    clearTimeout(this.telling)
    this.telling = setTimeout(() => this.pages.tellAll(), 20)
  }

  /** False where the address is none of the portal's. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const { base } = this.portal
    if (!pathname.startsWith(base) || /^\/(@|__open-in-editor)/.test(pathname)) return false
    response.setHeader('Cache-Control', 'no-store')
    const path = decoded(pathname.slice(base.length))
    if (path.startsWith('__preview/')) return this.preview(path, searchParams, response)
    const bytes = await this.bytesAt(path, response)
    if (bytes) {
      response.setHeader('Content-Type', contentTypeOf(path.replace(/(^|\/)$/, '$1index.html')))
      response.end(bytes)
    } else if (!(await this.file(path, request, response))) await this.missing(response)
    return true
  }

  private async bytesAt(path: string, response: ServerResponse): Promise<Buffer | undefined> {
    if (/(^|\/)$|\.html$/.test(path)) {
      const page = await this.render(path.replace(/(^|\/)$/, '$1index').replace(/\.html$/, ''))
      if (page) {
        response.setHeader('Server-Timing', `page;desc=${page.hash}`)
        return page.bytes
      }
      // The browser editor's page is none of the portal's.
      if (!path.startsWith('admin/')) return undefined
    }
    const { site, assets } = await this.shell.current()
    if (this.portal.base + path === assets.settings)
      return Buffer.concat([readFileSync(join(site, path)), overlayScript()])
    if (/^assets\/(?!look\.|mark\.)/.test(path)) return undefined
    this.files ??= new FilesOf(this.portal.current(), this.shop)
    return this.files.at(path.replace(/(^|\/)$/, '$1index.html'))
  }

  private async render(path: string) {
    return this.portal.render(path, await this.shell.current())
  }

  /** Media, captions, and what the shell has; a film in the parts a player asks for. */
  private async file(path: string, request: IncomingMessage, response: ServerResponse) {
    const { media, captions } = this.portal.current().library
    const isMedia = media.has(`content/${path}`) || captions.has(`content/${path}`)
    const root = isMedia
      ? join(this.portal.root, 'content')
      : path.startsWith('handbook/')
        ? programFile('docs')
        : (await this.shell.current()).site
    return new Promise<boolean>((done) => {
      const missing = () => done(false)
      response.on('finish', () => done(true))
      response.on('close', () => done(true))
      sendFile(request, response, {
        ...{ root, path: `/${encodeURI(path)}`, folder: missing, missing },
      })
    })
  }

  private async missing(response: ServerResponse): Promise<void> {
    response.statusCode = 404
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end((await this.render('404'))?.bytes)
  }

  /** What the panel asks for: `page` is an address without the base, `/cases/hangzhou.html`. */
  private preview(path: string, asked: URLSearchParams, response: ServerResponse): boolean {
    const page = asked.get('page') ?? ''
    if (path === '__preview/events') {
      const shown = asked.get('shown') ?? ''
      this.pages.add({ path: page.slice(1).replace(/\.html$/, ''), shown, response })
      return true
    }
    const isSheet = path === '__preview/panel.css'
    response.setHeader('Content-Type', contentTypeOf(isSheet ? path : 'report.json'))
    response.end(isSheet ? overlaySheet() : this.reports.on(page))
    return true
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
