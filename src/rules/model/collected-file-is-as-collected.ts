import { changedByHand } from '../../content/read-collected.ts'
import { libraryRule } from '../engine/rule.ts'

export const collectedFileIsAsCollected = libraryRule({
  id: 'collected-file-is-as-collected',
  summary: '汇集来的文件和收来的时候一样。',
  severity: 'error',
  silenceable: false,
  *check({ library: { collected, collectedFolders } }) {
    for (const { record } of collected) {
      const folder = collectedFolders.get(record.id)
      for (const path of folder ? changedByHand(folder, record) : [])
        yield {
          file: `collected/${record.id}/${path}`,
          message: folder?.has(path) ? '这个文件和收来的时候不一样。' : '这个文件收来以后不见了。',
          hint: `不要手工改：要改的，请那个门户改好，再收一次。现在运行 npm run collect -- --only ${record.id}，改回收来的样子。`,
        }
    }
  },
})
