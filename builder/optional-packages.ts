import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packageFolder } from './folders.ts'

const { resolve } = createRequire(import.meta.url)

/** Whether a package is installed. */
export function isInstalled(name: string): boolean {
  try {
    resolve(name)
    return true
  } catch {
    return false
  }
}

/**
 * What only some portals need is not installed with the package. When something of it is missing, one
 * Chinese sentence says for what it is needed and how to get it; undefined when all is there.
 */
export function missingPackages(purpose: string, names: readonly string[]): string | undefined {
  const missing = names.filter((name) => !isInstalled(name))
  if (missing.length === 0) return undefined
  const versions = optionalVersions()
  const wanted = missing.map((name) => (versions[name] ? `${name}@${versions[name]}` : name))
  return `${purpose}还要装 ${missing.join('、')}：在门户的文件夹里运行 npm install --save-dev --save-exact ${wanted.join(' ')}，再构建。`
}

/** Versions of the packages that only some portals need; none in the repository, where they are installed. */
export function optionalVersions(): Partial<Record<string, string>> {
  const folder = packageFolder()
  if (folder === undefined) return {}
  // The package's own.
  const { peerDependencies } = JSON.parse(
    readFileSync(join(folder, '../package.json'), 'utf8'),
  ) as { peerDependencies: Record<string, string> }
  return peerDependencies
}
