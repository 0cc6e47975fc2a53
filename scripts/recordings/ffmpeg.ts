import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { installSentence } from '../../src/recordings/ffmpeg-install.ts'

/** The ffmpeg of this computer: its filters; or why it cannot be used, and how it can, in one sentence. */
export function findFfmpeg(): { filters: ReadonlySet<string> } | { fault: string } {
  const how = () => installSentence(process.platform, osRelease())
  for (const program of ['ffmpeg', 'ffprobe']) {
    const { error, status } = spawnSync(program, ['-version'])
    if (error) return { fault: `没有找到 ${program}。${how()}` }
    if (status !== 0) return { fault: `${program} 装了，却运行不了，请重新装一次。${how()}` }
  }
  if (!/ libx264 /.test(printed('-encoders')))
    return {
      fault: `这台电脑上的 ffmpeg 不会写 H.264（没有 libx264），请换一个完整的。${how()}`,
    }
  const filters = printed('-filters').matchAll(/^ [T.][S.][C.]? +(\w+) /gm)
  return { filters: new Set(Array.from(filters, ([, name = '']) => name)) }
}

function osRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

function printed(list: string): string {
  return spawnSync('ffmpeg', ['-hide_banner', list], { encoding: 'utf8' }).stdout
}

/** What ffprobe prints of a file, and what it says beside that. */
export function probe(file: string): { printed: string; errors: string } {
  const options = ['-v', 'error', '-show_format', '-show_streams', '-of', 'json', '-i', file]
  const { stdout, stderr } = spawnSync('ffprobe', options, { encoding: 'utf8', maxBuffer: 1e8 })
  return { printed: stdout, errors: stderr }
}

/** Run ffmpeg to its end; false when it failed, with what it printed. */
export function run(options: readonly string[]): { ok: boolean; errors: string } {
  const all = ['-hide_banner', '-nostdin', '-y', ...options]
  const { status, stderr } = spawnSync('ffmpeg', all, { encoding: 'utf8', maxBuffer: 1e8 })
  return { ok: status === 0, errors: stderr }
}

/** Run an encoding and tell how many seconds of the film are done, as it goes. */
export function encode(
  options: readonly string[],
  onProgress: (seconds: number) => void,
): Promise<{ ok: boolean; seconds: number; errors: string }> {
  return new Promise((done, fail) => {
    const child = spawn('ffmpeg', options, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [seconds, errors, rest] = [0, '', '']
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [, microseconds] = /^out_time_us=(\d+)$/.exec(line) ?? []
        if (microseconds === undefined) continue
        seconds = Math.max(seconds, Number(microseconds) / 1e6)
        onProgress(seconds)
      }
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      if (errors.length < 1e6) errors += chunk
    })
    child.on('error', fail)
    child.on('close', (code) => done({ ok: code === 0, seconds, errors }))
  })
}
