import { runApart } from '../platform/run-apart.ts'
import type { Made } from './attachment.ts'

/** Where what was sent lies: the program itself never holds it. */
export type CleaningJob = { path: string }

/** Milliseconds for one file: the largest picture takes some seconds on a small machine. */
const timeLimit = 60_000

const tooLong: Made = { ok: false, problem: 'takes-too-long' }

/** Megabytes. */
const cleaning = {
  module: new URL('cleaning-process.ts', import.meta.url),
  objects: 768,
  memory: 1536,
  ended: tooLong,
}

/**
 * Returns a file that somebody sent as it can be kept, or why it is not received. Whatever is in it, this takes a minute at
 * most (after the files that came before it) and harms nobody but its own process.
 */
export function cleanFile(path: string, milliseconds = timeLimit): Promise<Made> {
  return runApart<Made>({ ...cleaning, milliseconds }, { path })
}
