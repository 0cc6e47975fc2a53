import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handbookFiles } from './handbook-files.ts'
import { readCommand } from './command.ts'

readCommand({
  name: 'handbook',
  says: '由内容模型写出手册的字段页、JSON Schema 和 VS Code 的提示；由 GitHub 的模板写出 GitLab 和 Gitee 的。',
  options: {},
})

/** Write what is derived from the content model, from the engines promised, and from GitHub's templates. */
const root = fileURLToPath(new URL('..', import.meta.url))
for (const [path, text] of await handbookFiles()) {
  mkdirSync(dirname(root + path), { recursive: true })
  writeFileSync(root + path, text)
  console.log(path)
}
