import { textFiles } from '../../src/publish/open-data/texts.ts'
import { madeTogether } from './made-together.ts'
import type { Step } from './step.ts'

/** What cases say, for portals that collect them; of a file whose cases are the same nothing is made. */
export const writeTexts: Step = {
  name: '写案例全文',
  async run(build) {
    const { library, digests, output, pool } = build
    const made = textFiles(library).map(({ path, cases }, index) => {
      const of = [path, cases.map(({ url, file }) => [url, digests.get(file)?.of])]
      return madeTogether(build, { name: `texts-${index}`, of }, async () => {
        const paths = cases.map(({ path }) => path)
        return [output.write(path, await pool.run('texts', paths))]
      })
    })
    const done = await Promise.all(made)
    const sum = (name: 'count' | 'reused') => done.reduce((all, one) => all + one[name], 0)
    return { count: sum('count'), reused: sum('reused'), unit: '个文件' }
  },
}
