/**
 * A page with the captions of its films in it: from disk, browsers load none from a file beside it.
 * `textOf` has the text of a caption file by its address as the page names it; undefined for others.
 */
export function withCaptions(
  html: string,
  textOf: (address: string) => string | undefined,
): string {
  return html
    .replace(/<track\b[^>]*>/g, (tag) =>
      tag.replace(/(\ssrc=")([^"]+)"/, (whole, before: string, address: string) => {
        const text = textOf(address)
        return text === undefined ? whole : `${before}${dataAddress(text)}"`
      }),
    )
    .replace("media-src 'self'", "media-src 'self' data:")
}

const dataAddress = (text: string) => `data:text/vtt;charset=utf-8,${encodeURIComponent(text)}`
