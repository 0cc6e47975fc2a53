/** What a branch comes together for, in the order in which it is offered; a meeting may be two at once. */
export const meetingForms = [
  '党员大会',
  '支部委员会会议',
  '党小组会',
  '党课',
  '主题党日',
  '组织生活会',
  '民主评议党员',
] as const
export type MeetingForm = (typeof meetingForms)[number]

/** Who may lead a row: offices of a branch, never a name, so that a link carries none. */
export const hostRoles = [
  '支部书记',
  '副书记',
  '组织委员',
  '宣传委员',
  '纪检委员',
  '党小组组长',
  '讲课人',
] as const
