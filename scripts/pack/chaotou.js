#!/usr/bin/env node
// The command of the installed package: names a program of `program/` and starts it.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node 20.19 或更新的版本，现在是 ${process.versions.node}：到 https://nodejs.org 下载。`,
  )
  process.exit(1)
}
const folder = fileURLToPath(new URL('.', import.meta.url))
// Written beside this file when it was packed.
const { version, program, commands } = JSON.parse(
  readFileSync(join(folder, 'commands.json'), 'utf8'),
)
const [name] = process.argv.splice(2, 1)
if (name === '--version' || name === '-v') console.log(version)
else if (name === undefined || name === '--help' || name === '-h') console.log(usage())
else if (!Object.hasOwn(commands, name)) {
  console.error(`没有 ${name} 这个命令。有：${Object.keys(commands).join('、')}。`)
  process.exit(2)
} else await start(name)

async function start(name) {
  process.env.PORTAL_PACKAGE = folder
  // What was kept by another Node is not trusted either.
  const digest = createHash('sha256').update(program).update(process.version).digest('hex')
  process.env.PORTAL_PROGRAM = digest.slice(0, 16)
  process.env.NODE_ENV = 'production'
  module.enableCompileCache?.(join('.vitepress/cache/program', digest.slice(0, 16)))
  await import(`./program/${name}.js`)
}

function usage() {
  const width = Math.max(...Object.keys(commands).map(({ length }) => length))
  const rows = Object.entries(commands).map(([name, says]) => `  ${name.padEnd(width)}  ${says}`)
  return `用法：chaotou <命令> [选项]\n\n${rows.join('\n')}\n\n每个命令的选项：chaotou <命令> --help`
}
