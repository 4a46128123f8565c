import { parseConfig, type Config } from '../platform/config.ts'
import { openLog, type Logger } from '../platform/log.ts'
import { openProgram, type Program } from '../open-program.ts'

export type Running = { program: Program; config: Config; log: Logger }

/** Says on stderr why it will not be done; the command's exit code is 1. */
export function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

/** Opens the database for one command and closes it afterwards, whatever happens. */
export async function withProgram(work: (running: Running) => Promise<void>): Promise<void> {
  const parsed = parseConfig(process.env)
  if (!parsed.ok) return parsed.mistakes.forEach(refuse)
  const { config } = parsed
  const log = openLog(config.logLevel)
  const opened = await openProgram(config, log)
  if (!opened.ok) return refuse(opened.refusal)
  try {
    await work({ program: opened.program, config, log })
  } finally {
    await opened.program.close()
  }
}
