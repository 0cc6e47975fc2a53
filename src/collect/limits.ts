const megabyte = 1024 * 1024

/**
 * What is taken from one portal at most: several times what a portal of 20,000 cases has. Whoever offers
 * more, slower or in more pieces is no portal.
 */
export const limits = {
  /** Bytes of one file, unpacked. */
  bytes: {
    'data/cases.json': 64 * megabyte,
    'data/facts.json': 64 * megabyte,
    'data/sources.json': 32 * megabyte,
    'withdrawn.json': 8 * megabyte,
  },
  /** Bytes of one file of texts, and how many there may be. */
  textBytes: 16 * megabyte,
  textFiles: 512,
  /** Bytes of all files. */
  totalBytes: 512 * megabyte,
  redirects: 3,
  /** Milliseconds without a byte, for one file, and for all of them. */
  quiet: 20_000,
  file: 120_000,
  portal: 900_000,
}
export type Limits = typeof limits
