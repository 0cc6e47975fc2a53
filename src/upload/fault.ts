/** What stops an upload, as a sentence in Chinese; what was put so far stays, and the next run goes on. */
export class UploadFault extends Error {}
