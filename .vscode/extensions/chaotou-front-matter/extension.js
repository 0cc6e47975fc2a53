// Plain CommonJS: VS Code loads it as it stands, from the folder of the workspace.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const vscode = require('vscode')
const { completionsAt, hoverAt, schemaFor } = require('./help.js')

/** The schema of an entry's collection; undefined for a file that is no entry. */
function schemaOf(document) {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)
  if (!folder) return undefined
  const name = schemaFor(vscode.workspace.asRelativePath(document.uri, false))
  if (!name) return undefined
  return JSON.parse(readFileSync(join(folder.uri.fsPath, 'schemas', `${name}.schema.json`), 'utf8'))
}

function place(document, { line, character }) {
  return { lines: document.getText().split(/\r?\n/), line, character }
}

const completions = {
  provideCompletionItems(document, position) {
    const schema = schemaOf(document)
    if (!schema) return []
    return completionsAt(schema, place(document, position)).map((offer) => {
      const { CompletionItemKind } = vscode
      const kind = offer.isField ? CompletionItemKind.Field : CompletionItemKind.EnumMember
      const item = new vscode.CompletionItem({ label: offer.label, description: offer.title }, kind)
      item.insertText = new vscode.SnippetString(offer.insert)
      item.documentation = new vscode.MarkdownString(offer.help)
      item.sortText = offer.order
      item.range = new vscode.Range(position.line, offer.from, position.line, position.character)
      return item
    })
  },
}

const hovers = {
  provideHover(document, position) {
    const schema = schemaOf(document)
    const help = schema && hoverAt(schema, place(document, position))
    return help && new vscode.Hover(new vscode.MarkdownString(help))
  },
}

exports.activate = ({ subscriptions }) => {
  const entries = { language: 'markdown', pattern: '**/content/**/*.md' }
  const { languages } = vscode
  subscriptions.push(
    languages.registerCompletionItemProvider(entries, completions, ':', ' ', '-'),
    languages.registerHoverProvider(entries, hovers),
  )
}
