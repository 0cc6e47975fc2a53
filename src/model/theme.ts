/**
 * What the named components of the theme are given: plain data. A portal that puts its own in the place of
 * one (`theme/<name>.vue`) has the same.
 */
export interface ThemeProps {
  Brand: BrandProps
  Footer: FooterProps
  CaseCard: CaseCardProps
  Hero: HeroProps
}

/** Mark and name at the head of every page. */
export interface BrandProps {
  name: string
  /** In one or two lines. */
  tagline: readonly string[]
  /** The portal's own mark (`look.mark`), made safe. */
  mark?: { viewBox: string; inner: string } | undefined
  /** The front page. */
  href: string
}

/** The foot of every page. Numbers of registration have to stand there. */
export interface FooterProps {
  name: string
  tagline: readonly string[]
  links: readonly ThemeLink[]
  host?: string | undefined
  contact?: string | undefined
  icp?: string | undefined
  police?: ThemeLink | undefined
  licence: ThemeLink
}

/** A case in a list, inside its `<li>`. */
export interface CaseCardProps {
  /** None of a case whose own page is not to be had. */
  href?: string | undefined
  title: string
  summary: string
  /** Who did it, where, and when. */
  who: string
  where: string
  year: string
  /** What the case has: a chart, a film. */
  contains: readonly string[]
  highlight?: { text: string; unit: string; label: string } | undefined
  /** The organisation's mark. */
  mark?: ThemeMark | undefined
  /** The level of its heading. */
  level: 'h2' | 'h3'
}

/** The opening of the front page; its slot is the search form. */
export interface HeroProps {
  headline: readonly string[]
  lead: string
}

interface ThemeLink {
  href: string
  text: string
}

/** How an organisation is drawn: by its kind, with the first letter of its place. */
interface ThemeMark {
  frame: 'committee' | 'office' | 'society' | 'alliance' | 'company' | 'community'
  letter: string
  tick?: { x: number; y: number }
  national?: boolean
}

/** The components that a portal may put its own in the place of, and where they stand. */
export const themeComponents: Readonly<Record<keyof ThemeProps, string>> = {
  Brand: '页头的标志和名称',
  Footer: '页脚',
  CaseCard: '列表里的一篇案例',
  Hero: '首页开头的大字和说明',
}
