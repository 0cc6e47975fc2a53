import type { Library } from '../content/library.ts'
import type { CollectionName } from '../model/index.ts'
import { published } from '../content/library.ts'
import { href } from './links.ts'
import type { Link } from './links.ts'

/** A part of the main navigation, by the word the portal has for it unless its settings have another. */
export type Section = '案例' | '榜样' | '视频' | '学习' | '数读' | '专题'

interface SectionInfo {
  /** Its key in `sections` of `site.yaml`. */
  key: keyof Library['site']['sections']
  url: string
  /** The collections it leads to; without them it is always there. */
  collections?: readonly CollectionName[]
}

const infos: Readonly<Record<Section, SectionInfo>> = {
  案例: { key: 'cases', url: '/cases/index.html' },
  榜样: { key: 'people', url: '/people/index.html', collections: ['people'] },
  视频: { key: 'videos', url: '/videos/index.html', collections: ['videos'] },
  学习: { key: 'training', url: '/training/index.html', collections: ['courses'] },
  数读: { key: 'data', url: '/data.html' },
  专题: { key: 'topics', url: '/topics/index.html', collections: ['topics', 'organizations'] },
}

/** Every section that a page may belong to, in the order of the navigation. */
export const sections = Object.keys(infos) as readonly Section[]

/** What a portal calls a section. */
export function sectionName({ site }: Library, section: Section): string {
  return site.sections[infos[section].key] ?? section
}

/** What a portal calls each of its sections. */
export function sectionNames(library: Library): Record<Section, string> {
  // Every section is a key.
  return Object.fromEntries(
    sections.map((section) => [section, sectionName(library, section)]),
  ) as Record<Section, string>
}

/** The way to a section, by the name the portal has for it. */
export function sectionLink(library: Library, section: Section): Link {
  return { href: href(library, infos[section].url), text: sectionName(library, section) }
}

/** Whether there is anything in a section yet. */
export function hasSome(library: Library, section: Section): boolean {
  return infos[section].collections?.some((name) => published(library, name).length > 0) ?? true
}
