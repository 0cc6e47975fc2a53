import { tinyMp4, tinyPng } from '../../src/rules/handbook/media.ts'

const script = '<script>alert(1)</script>'
const page = `<!doctype html><title>x</title>${script}`
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`
const bytes = (text: string) => Buffer.from(text)

/** Media that are what they say, whatever else they carry: they are published under their own type. */
export const soundMedia: Readonly<Record<string, Uint8Array>> = {
  'content/media/picture.png': tinyPng(16, 9),
  'content/media/film.mp4': tinyMp4(),
  'content/media/with-a-page.png': Buffer.concat([tinyPng(16, 9), bytes(page)]),
}

/** Files that are not what their name says or have no place among media: they are refused. */
export const refusedMedia: Readonly<Record<string, Uint8Array>> = {
  'content/media/drawing.png': bytes(drawing),
  'content/media/page.jpg': bytes(page),
  'content/media/page.mp4': bytes(page),
  'content/media/page.webp': bytes(`RIFF${page}`),
  'content/media/film-page.mp4': bytes(`\0\0\0\x18ftyp${page}`).subarray(4),
  'content/media/page.pdf': bytes(page),
  'content/media/zip.docx': bytes(`PK\x03\x04${page}`),
  'content/media/drawing.svg': bytes(drawing),
  'content/media/page.html': bytes(page),
  'content/media/run.js': bytes('alert(1)'),
  'content/media/worker.mjs': bytes('alert(1)'),
  'content/media/.htaccess': bytes('AddType text/html .png'),
}

const png = tinyPng(16, 9)

/** Names that break out of an attribute, a path or a host's rules. */
export const refusedNames: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  [
    'a"onerror="alert(1).png',
    "a'b.png",
    'a<b>.png',
    'a&b.png',
    'a..b.png',
    '..png',
    'a b.png',
    'a?b.png',
    'a#b.png',
    'a%2fb.png',
    'a\\b.png',
    '{{1+1}}.png',
    '$(id).png',
    '-rf.png.exe',
    'a\u202egnp.png',
    'A.png',
  ].map((name) => [`content/media/${name}`, png]),
)
