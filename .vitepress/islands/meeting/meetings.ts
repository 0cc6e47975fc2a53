import type { Trouble } from '../storage/patient-database.ts'
import { sayOnce } from '../storage/say-once.ts'
import { MeetingStore } from './store.ts'

const words: Record<Trouble, string> = {
  blocked: '这个浏览器现在不让网页保存（例如无痕浏览）。会议照样可以排、可以放，只留到关上这一页。',
  full: '浏览器的存储空间满了，会议的改动没有存下。请先到“支部的一年”导出，再清理空间。',
  newer: '这台设备上的会议是较新的版本写的，照常可以用，看不懂的部分原样留着。',
}

/** The meetings of this browser: one connection a page, opened at the first use. */
export const meetings = new MeetingStore(
  (trouble) => sayOnce(`meetings-${trouble}`, words[trouble]),
  'BroadcastChannel' in globalThis ? new BroadcastChannel('chaotou-meetings') : undefined,
)
