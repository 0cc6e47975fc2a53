import type { Material } from '../../../../src/meeting/deck/material.ts'
import { rowPageAddress } from '../../../../src/study/address.ts'
import { fetchPage } from '../../study/fetch-page.ts'
import { readMaterial } from './read-page.ts'

/** An entry read from its own page; rejects when that cannot be had, or no meeting is about it. */
export async function loadMaterial(base: string, page: string): Promise<Material> {
  const material = readMaterial(await fetchPage(base + rowPageAddress(page)))
  if (!material) throw new Error(`${page} is not shown`)
  return material
}

export interface LoadedMaterials {
  materials: Map<string, Material>
  /** Pages that could not be had. */
  missing: string[]
}

/** Each page once; `tell` is called as they come. */
export async function loadMaterials(
  base: string,
  pages: readonly string[],
  tell: (done: number, of: number) => void,
): Promise<LoadedMaterials> {
  const wanted = [...new Set(pages)]
  const materials = new Map<string, Material>()
  let done = 0
  await Promise.all(
    wanted.map(async (page) => {
      const material = await loadMaterial(base, page).catch(() => undefined)
      if (material) materials.set(page, material)
      tell(++done, wanted.length)
    }),
  )
  return { materials, missing: wanted.filter((page) => !materials.has(page)) }
}
