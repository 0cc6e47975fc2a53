import { answer } from './answering.ts'

/** The search engine, away from the page so that typing never waits for it. */
answer(self)
