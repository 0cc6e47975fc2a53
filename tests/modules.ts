import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'

export const root = resolve(import.meta.dirname, '..')

/** What a module names in an import, an export from or an `import()`. */
interface Import {
  specifier: string
  /** Erased by the compiler, so that nothing is loaded. */
  typeOnly: boolean
  /** The exports it asks for; `undefined` where that cannot be told: all of them. */
  names?: readonly string[]
}

export interface Module {
  /** Path from the repository's root. */
  path: string
  source: ts.SourceFile
  imports: Import[]
}

/** Source files of a folder, without tests and declarations, sorted. */
export function filesIn(folder: string): string[] {
  return sourcesIn(folder).filter((path) => !isTest(path))
}

/** Source files of a folder, tests included, sorted; not the packages that benchmarks install there. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.(ts|js|vue)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('node_modules'))
    .sort()
}

export function isTest(path: string): boolean {
  return path.endsWith('.test.ts')
}

export function readModule(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8')
  const code = path.endsWith('.vue') ? scriptsOf(text) : text
  const source = ts.createSourceFile(`${path}.ts`, code, ts.ScriptTarget.Latest, true)
  return { path, source, imports: importsOf(source) }
}

/** The repository file a relative import names, or the package or built-in module it is. */
export function target(from: Module, { specifier }: Import): string {
  if (!specifier.startsWith('.')) return specifier
  return relative(root, resolve(root, from.path, '..', specifier.replace(/\?.*$/, '')))
}

function scriptsOf(component: string): string {
  const { descriptor } = parse(component)
  const custom = descriptor.customBlocks.filter(({ type }) => type === 'script')
  return [descriptor.script, descriptor.scriptSetup, ...custom]
    .map((block) => block?.content ?? '')
    .join('\n')
}

function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const one = importAt(node)
    if (one) found.push(one)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function importAt(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node))
    return importOf(node.moduleSpecifier, {
      typeOnly: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
      names: namesOf(node.importClause),
    })
  if (ts.isExportDeclaration(node))
    return importOf(node.moduleSpecifier, {
      typeOnly: node.isTypeOnly,
      names: namesIn(node.exportClause),
    })
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return importOf(node.argument.literal, { typeOnly: true })
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return importOf(node.arguments[0], { typeOnly: false, names: namesAwaited(node) })
  return undefined
}

function importOf(name: ts.Node | undefined, told: Omit<Import, 'specifier'>): Import | undefined {
  return name && ts.isStringLiteralLike(name) ? { specifier: name.text, ...told } : undefined
}

function namesOf(clause: ts.ImportClause | undefined): string[] | undefined {
  const own = clause?.name ? ['default'] : []
  if (!clause?.namedBindings) return own
  const named = namesIn(clause.namedBindings)
  return named && [...own, ...named]
}

function namesIn(clause: ts.NamedImportBindings | ts.NamedExportBindings | undefined) {
  if (!clause || !('elements' in clause)) return undefined
  return clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
}

/** The names of `const { a } = await import(…)` and `(await import(…)).a`. */
function namesAwaited({ parent: awaiting }: ts.CallExpression): string[] | undefined {
  if (!ts.isAwaitExpression(awaiting)) return undefined
  let { parent } = awaiting
  if (ts.isParenthesizedExpression(parent)) ({ parent } = parent)
  if (ts.isPropertyAccessExpression(parent)) return [parent.name.text]
  if (!ts.isVariableDeclaration(parent) || !ts.isObjectBindingPattern(parent.name)) return undefined
  const { elements } = parent.name
  if (elements.some(({ dotDotDotToken }) => dotDotDotToken)) return undefined
  return elements.map(({ name, propertyName }) => (propertyName ?? name).getText())
}
