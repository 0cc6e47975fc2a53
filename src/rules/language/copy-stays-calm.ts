import { each, proseRule } from '../engine/prose-rule.ts'

export const copyStaysCalm = proseRule({
  id: 'copy-stays-calm',
  summary: '叙述里不用叹号。',
  severity: 'warning',
  spares: 'quotations',
  trace: /[！!]/,
  find: each(/！+|(?<=\p{sc=Han})!+/gu, () => ({
    message: '叙述里用了叹号。',
    hint: '换成句号，让事实自己说话；是别人说的话，加引号并写明谁说的。',
  })),
})
