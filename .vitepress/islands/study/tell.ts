import type { Trouble } from '../storage/patient-database.ts'
import { sayOnce } from '../storage/say-once.ts'

const words: Record<Trouble, string> = {
  blocked: '这个浏览器现在不让网页保存记录（例如无痕浏览）。照常可以读，学习记录只留到关上这一页。',
  full: '浏览器的存储空间满了，新的学习记录没有存下，已有的都在。可以先到“我的学习”导出，再清理空间。',
  newer: '这台设备上的学习记录是较新的版本写的，照常可以读、可以记，看不懂的部分原样留着。',
}

/** Say once a visit what cannot be kept; reading goes on. */
export function tell(trouble: Trouble): void {
  sayOnce(trouble, words[trouble])
}
