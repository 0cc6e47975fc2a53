/** What every record says of itself: only signatures make it one. */
export const draftNote = '草稿，供本支部存档'
