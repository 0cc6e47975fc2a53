import ts from 'typescript'
import { expect, test } from 'vitest'
import { isTest, readModule, sourcesIn, target } from './modules.ts'
import type { Module } from './modules.ts'

const generated = /^(bench\/\.work|\.vitepress\/(dist|cache|\.temp))/
const modules = ['src', 'builder', 'scripts', 'bench', 'docs', 'tests', '.vitepress', '.vscode']
  .flatMap(sourcesIn)
  .filter((path) => !generated.test(path))
  .concat('vitest.config.ts', 'playwright.config.ts')
  .map(readModule)

/** Bundled by name for the program that renders pages (`builder/shell`). */
const bundled = /^\.vitepress\/theme\/(index|render)\.ts: /
/** Stands in place of `node:zlib` in the editor's import page. */
const aliased = /^builder\/shell\/browser-editor\/zlib\.ts: /
/** Run in old browsers as text (`tests/engines/layouts.ts`). */
const sentAsText = /^tests\/engines\/layout-faults\.js: /

/** What only tests ask for, and has its place beside what it is about. */
const forTests = [
  /^src\/documents\/tiny\.ts: /,
  /^src\/rules\/handbook\/\w+\.ts: (tinyJpeg|examplesIn|examplePortal)$/,
  // The law of merging is said of records, of which there are as many as devices.
  /^src\/study\/merge\.ts: mergeRecords$/,
  // Addresses that were handed out stay readable, though new ones are written no more.
  /^src\/study\/pack\.ts: writePackAddress$/,
]

/** What a module offers by name; a default export is for the framework that asks for it. */
function exportsOf({ source }: Module): string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return namedIn(statement)
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
    const has = (kind: ts.SyntaxKind) => modifiers?.some((modifier) => modifier.kind === kind)
    if (!has(ts.SyntaxKind.ExportKeyword) || has(ts.SyntaxKind.DefaultKeyword)) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name))
    const { name } = statement as ts.DeclarationStatement
    return name ? [name.text] : []
  })
}

function namedIn({ exportClause }: ts.ExportDeclaration): string[] {
  if (!exportClause || !ts.isNamedExports(exportClause)) return []
  return exportClause.elements.map(({ name }) => name.text)
}

function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundBy(element.name) : [],
  )
}

/** The names asked of each module by modules of a kind; `*` asks for all of them. */
function asked(by: (path: string) => boolean): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const module of modules.filter(({ path }) => by(path)))
    for (const one of module.imports) {
      const to = target(module, one)
      const names = found.get(to) ?? new Set()
      for (const name of one.names ?? ['*']) names.add(name)
      found.set(to, names)
    }
  return found
}

function unasked(by: (path: string) => boolean): [Module, string][] {
  const wanted = asked(by)
  return modules.flatMap((module) => {
    const names = wanted.get(module.path)
    // `export *` and what is loaded as a whole ask for everything.
    if (names?.has('*')) return []
    return exportsOf(module)
      .filter((name) => !names?.has(name))
      .map((name): [Module, string] => [module, name])
  })
}

/** How often a name stands in a module, other than as the name of what is exported. */
function usesWithin({ source }: Module, wanted: string): number {
  let uses = 0
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === wanted) uses++
    ts.forEachChild(node, visit)
  }
  visit(source)
  return uses - 1
}

/** What is found, as `file: name`, without what is let be. */
function named(found: [Module, string][], allowed: RegExp[]): string[] {
  return found
    .map(([{ path }, name]) => `${path}: ${name}`)
    .filter((one) => !allowed.some((pattern) => pattern.test(one)))
}

test('every export is for somebody', () => {
  expect(
    named(
      unasked(() => true),
      [bundled, sentAsText, aliased],
    ),
  ).toEqual([])
})

test('nothing lives only to be tested', () => {
  const found = unasked((path) => !isTest(path) && !path.startsWith('tests/')).filter(
    ([module, name]) => !module.path.startsWith('tests/') && usesWithin(module, name) === 0,
  )
  expect(named(found, [bundled, aliased, ...forTests])).toEqual([])
})
