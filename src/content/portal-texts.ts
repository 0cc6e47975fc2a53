import type { PortalFiles, TextFile } from './files.ts'

/** Every text of a portal, collected ones too. */
export function textsOf({
  site,
  entries,
  seeds,
  captions,
  storyboards = [],
  collected = [],
}: PortalFiles): TextFile[] {
  const own = site ? [site] : []
  return own.concat(entries, seeds, captions, storyboards, collected)
}

/** The portal with other texts in some of its files, by path. */
export function withTexts(files: PortalFiles, texts: ReadonlyMap<string, string>): PortalFiles {
  const edited = ({ path, text }: TextFile) => ({ path, text: texts.get(path) ?? text })
  const { site, entries, seeds, captions, storyboards } = files
  return {
    ...files,
    site: site && edited(site),
    entries: entries.map(edited),
    seeds: seeds.map(edited),
    captions: captions.map(edited),
    storyboards: storyboards?.map(edited),
  }
}
