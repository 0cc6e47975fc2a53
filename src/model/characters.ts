/**
 * Control and format characters that nobody sees. Joiners and selectors inside an emoji and a
 * selector after an ideograph are part of what is seen; directions are told apart by `\p{Bidi_Control}`.
 */
export const invisible =
  /(?!\p{Bidi_Control})[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})|(?<![\p{Emoji}\p{Extended_Pictographic}\p{sc=Han}])[\ufe00-\ufe0f]/gu
