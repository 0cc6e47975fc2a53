import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { UploadFault } from './fault.ts'
import type { UploadTarget } from './upload.ts'

/**
 * A machine reached by rsync over ssh: `user@host:/srv/www`. rsync puts each file whole, goes on where it was
 * interrupted, and compares by checksum. How ssh is called is told by RSYNC_RSH. Source: rsync(1).
 */
export function rsyncDestination(to: string, folder = scratchFolder()): UploadTarget {
  const remote = `${to.replace(/\/$/, '')}/`
  const listed = ['--from0', '--files-from=-']
  const names = (paths: readonly string[]) => paths.map((path) => `${path}\0`).join('')
  const empty = join(folder, 'empty')
  mkdirSync(empty, { recursive: true })
  return {
    present: async (from, files) => {
      const paths = files.map(({ path }) => path)
      const options = ['-rn', '--checksum', '--out-format=%n', ...listed]
      const { out } = await rsync([...options, `${from}/`, remote], names(paths))
      const differing = new Set(out.split('\n'))
      return new Set(paths.filter((path) => !differing.has(path)))
    },
    put: async (from, files) => {
      const paths = files.map(({ path }) => path)
      await rsync(
        ['-r', '--checksum', '--chmod=D755,F644', ...listed, `${from}/`, remote],
        names(paths),
      )
    },
    write: async (path, content) => {
      writeFileSync(join(folder, path), content)
      await rsync(['--mkpath', '--chmod=F644', join(folder, path), remote + path])
    },
    read: async (path) => {
      const file = join(folder, `read-${path}`)
      rmSync(file, { force: true })
      // 23: no such file, or no such folder yet.
      await rsync([remote + path, file], '', [23])
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined
    },
    remove: async (paths) => {
      if (paths.length === 0) return
      // A file is missing only where its folder is not.
      for (const path of paths) mkdirSync(dirname(join(empty, path)), { recursive: true })
      await rsync(['-r', '--delete-missing-args', ...listed, `${empty}/`, remote], names(paths))
    },
  }
}

/** For what goes there or comes from there besides the output; gone when the process ends. */
function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'upload-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function rsync(
  words: readonly string[],
  input = '',
  allowed: number[] = [],
): Promise<{ out: string }> {
  return new Promise((done, fail) => {
    const child = spawn('rsync', words)
    let [out, err] = ['', '']
    child.stdout.on('data', (text) => (out += text))
    child.stderr.on('data', (text) => (err += text))
    child.stdin.on('error', () => undefined)
    child.on('error', () =>
      fail(
        new UploadFault(
          '没有找到 rsync：Debian 或 Ubuntu 上运行 apt-get install rsync openssh-client。',
        ),
      ),
    )
    child.on('close', (code) => {
      if (code === 0 || (code !== null && allowed.includes(code))) done({ out })
      else
        fail(
          new UploadFault(
            `rsync 没有做完（${code}）：${err.trim().split('\n')[0] ?? ''}。已经传的留着，再运行一次接着传。`,
          ),
        )
    })
    child.stdin.end(input)
  })
}
