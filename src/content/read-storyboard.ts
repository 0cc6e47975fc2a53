import { storyboard } from '../model/storyboards.ts'
import type { Storyboard } from '../model/storyboards.ts'
import type { TextFile } from './files.ts'
import type { Read } from './memory.ts'
import { validate } from './validate.ts'
import { parseYaml } from './yaml.ts'
import type { YamlDocument } from './yaml.ts'

/** A film's storyboard, `films/<slug>.yaml`; it makes the media of `content/videos/<slug>.md`. */
export interface StoryboardRecord {
  file: string
  slug: string
  data: Storyboard
  text: string
  locate: YamlDocument['locate']
}

/** Read one file of `films/`. */
export function readStoryboard(file: TextFile): Read<StoryboardRecord> {
  const { document, issues } = parseYaml(file.text, { file: file.path, firstLine: 1 })
  if (!document) return { file, issues }
  const { data, issues: faults } = validate(storyboard, document, file.path)
  const all = issues.concat(faults)
  if (!data) return { file, issues: all }
  const slug = file.path.replace(/^.*\/|\.yaml$/g, '')
  const { locate } = document
  return { file, value: { file: file.path, slug, data, text: file.text, locate }, issues: all }
}
