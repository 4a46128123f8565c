import { parseConfig, type Config } from '../platform/config.ts'
import { openLog, type Logger } from '../platform/log.ts'
import { openProgram, type Program } from '../open-program.ts'
import { refuse } from './refuse.ts'

export type Running = { program: Program; config: Config; log: Logger }

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
