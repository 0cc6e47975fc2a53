import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Theme } from './theme.ts'

/** A node of a template, as far as it is looked at. */
interface TemplateNode {
  /** 1 an element. */
  type: number
  tag?: string
  props?: TemplateProp[]
  children?: TemplateNode[]
  /** What stands under `v-if`, `v-else`. */
  branches?: TemplateNode[]
  loc: Place
}

/** An attribute, or a directive with what it is about: `bind` and `style`. */
interface TemplateProp {
  name: string
  arg?: { content?: string }
  value?: { content?: string }
  loc: Place
}

interface Place {
  start: { line: number; column: number }
}

/** What pages' policy does not run or load, or what a page read once cannot do. */
const forbidden: Readonly<Record<string, string>> = {
  script: '网页的策略不运行部件里的脚本，请删去；要交互的，提给潮头。',
  style: '样式写在 <style> 块里，不写在模板里。',
  link: '网页的策略不载入别处的东西，请删去。',
  meta: '部件不写页头，请删去。',
  base: '部件不写页头，请删去。',
  iframe: '网页的策略不载入别的网页，写成链接。',
  object: '网页的策略不载入插件，写成链接。',
  embed: '网页的策略不载入插件，写成链接。',
}
const inlineStyle = '网页的策略不认写在元素上的样式，写成 class，样式放进 <style> 块。'
const handler = '部件只在构建时渲染一次，这里的脚本不会运行，请删去。'

/** What the components of a theme do in vain, with their places: one Chinese sentence each. */
export function themeFaults({ folder }: Theme): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.vue'))
    .sort()
    .flatMap((path) =>
      componentFaults(readFileSync(join(folder, path), 'utf8')).map(
        ([{ line, column }, sentence]) =>
          `theme/${path.replaceAll('\\', '/')}:${line}:${column}\n  ${sentence}`,
      ),
    )
}

type Fault = [at: Place['start'], sentence: string]

function componentFaults(text: string): Fault[] {
  // An import would have Node look through all of it for names first.
  const { parse } = createRequire(import.meta.url)(
    'vue/compiler-sfc',
  ) as typeof import('vue/compiler-sfc')
  const { descriptor, errors } = parse(text)
  const [error] = errors
  if (error) {
    const at = ('loc' in error && error.loc?.start) || { line: 1, column: 1 }
    return [[at, `编译不过：${error.message}`]]
  }
  const faults = descriptor.styles.flatMap(({ content, loc }): Fault[] => {
    const foreign = /url\(\s*["']?(?:[a-z]+:)?\/\/|@import/i.test(content)
    return foreign ? [[loc.start, '网页的策略不载入别处的样式、图片和字体，放进 theme/ 里。']] : []
  })
  if (descriptor.cssVars.length > 0)
    faults.push([{ line: 1, column: 1 }, `<style> 里的 v-bind 会写成元素上的样式。${inlineStyle}`])
  // The compiler's own tree.
  const root = descriptor.template?.ast as TemplateNode | undefined
  return root ? [...faults, ...nodeFaults(root)] : faults
}

function nodeFaults(node: TemplateNode): Fault[] {
  const { tag = '', props = [], children = [], branches = [], loc } = node
  const own = forbidden[tag.toLowerCase()]
  return [
    ...(own ? [[loc.start, `部件里不能用 <${tag}>：${own}`] satisfies Fault] : []),
    ...props.flatMap((prop) => propFault(prop) ?? []),
    ...[...children, ...branches].flatMap(nodeFaults),
  ]
}

function propFault({ name, arg, value, loc: { start } }: TemplateProp): Fault[] | undefined {
  const about = name === 'bind' ? (arg?.content ?? '') : name
  const said = `这里用了 ${name === 'bind' ? `:${about}` : name}：`
  if (about === 'style') return [[start, said + inlineStyle]]
  if (name === 'show') return [[start, `这里用了 v-show：它会写成元素上的样式，换成 v-if。`]]
  if (name === 'html') return [[start, '这里用了 v-html：部件只写文字，换成 {{ }}。']]
  if (name === 'on' || name === 'model' || /^on[a-z]/.test(about)) return [[start, said + handler]]
  const isForeign = /^(?:[a-z]+:)?\/\/|^data:/i.test(value?.content ?? '')
  if (isForeign && /^(src|srcset|poster|data)$/.test(about))
    return [[start, `${said}网页的策略不载入别处的图片，把文件放进 theme/ 里，写成 ./文件名。`]]
  return undefined
}
