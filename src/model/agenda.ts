/**
 * Kinds of a meeting's rows, in the order in which they are offered. Browser-safe: words only, so that
 * the model, the pages and the composer name them alike.
 */
export const agendaKinds = [
  '签到',
  '学习',
  '观看',
  '讨论',
  '自测',
  '重温誓词',
  '表决',
  '布置',
  '其他',
] as const
export type AgendaKind = (typeof agendaKinds)[number]
