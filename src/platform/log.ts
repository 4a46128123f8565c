import { pino, type Logger } from 'pino'

export type { Logger }

/** Structured lines on stderr, so that stdout stays for what a command was asked for. */
export function openLog(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }))
}
