import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { manifestFile, readManifest } from '../src/release/manifest.ts'
import { fullDiskFault, sizeOf, spaceFor } from '../src/release/space.ts'

/**
 * Why a build ended when the disk was full, in Chinese: what is left there, and what an output takes, as far
 * as that is known. Undefined for any other fault.
 */
export function fullBuildFault(
  error: unknown,
  out: string,
  media: readonly { path: string; bytes: number }[],
): string | undefined {
  const full = fullDiskFault(error, out)
  return full && `没有构建：${full}${neededBy(out, media)}上一次的输出保持原样。`
}

function neededBy(out: string, media: readonly { path: string; bytes: number }[]): string {
  const manifest = join(out, manifestFile)
  const listed = existsSync(manifest) ? readManifest(manifest).files : undefined
  const { bytes, files } = spaceFor(listed ?? media)
  return listed
    ? `上一次的输出占 ${sizeOf(bytes)}、${files} 个文件和文件夹，这一次先写在它旁边，没变的不重写。`
    : `内容里的图片、视频和附件一共 ${sizeOf(bytes)}，用到的才写；页面和检索另算。`
}
