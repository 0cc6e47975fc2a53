import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { docx, item, p } from '../docx.ts'

/** What a beginner has in hand, under the names of the handbook's page; all of it is visibly test data. */
export async function writeFirstCaseFiles(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const at = (name: string) => join(folder, name)
  // A phone films larger and longer, but what is made of it here is waited for.
  ffmpeg('-f lavfi -i testsrc2=size=2400x1600:duration=0.04 -frames:v 1', at('照片一.jpg'))
  ffmpeg('-f lavfi -i smptebars=size=1600x2400:duration=0.04 -frames:v 1', at('照片二.jpg'))
  ffmpeg(
    '-f lavfi -i testsrc2=size=640x360:rate=15:duration=2 -f lavfi -i sine=duration=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -metadata location=+30.2741+120.1551/',
    at('IMG_2031.MOV'),
  )
  writeFileSync(at('IMG_2031.srt'), '1\n00:00:00,000 --> 00:00:01,900\n这是测试用的画面。\n')
  writeFileSync(at('案例.docx'), wordFile())
  writeFileSync(at('表格.xlsx'), await writeXlsx({ sheets: [{ name: '课堂', rows }] }))
}

const rows = [
  ['公益课堂各年情况（测试）', null, null],
  ['年份', '期数（期）', '听课人次（人次）'],
  ['2023年', 5, 120],
  ['2024年', 7, 180],
]

function ffmpeg(line: string, file: string): void {
  const words = ['-v', 'error', '-nostdin', '-y', ...line.split(' '), file]
  const { status, stderr } = spawnSync('ffmpeg', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${line}: ${stderr}`)
}

function wordFile(): Uint8Array {
  return docx(
    [
      p('把课堂开进社区', 'Title'),
      p('来源：某某日报　日期：2025-03-12　责编：测试'),
      p('一、工作背景'),
      p(
        '社区里的居民想学着用手机，支部的党员商量以后，决定办一个课堂。课堂开在社区活动室，由党员轮流讲。',
      ),
      p('二、工作举措'),
      p(
        '到2024年底，课堂办了12期，参加备课的党员有8名。课前由支部委员试讲，讲完一起改讲稿；上课时有党员在旁边帮忙，居民跟不上的，当场再讲一遍。讲稿用大字印出来，一人一份，带回家可以照着做。',
      ),
      item(2, 0, '课前一起备课，把不好懂的词换成平常话。'),
      item(2, 0, '课后留下电话，居民有不会的随时可以问。'),
      p('三、工作成效'),
      p('先后有300余人听过课，其中年纪大的居民约200人。'),
    ].join(''),
  )
}
