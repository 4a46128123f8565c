import type { Benchmark, Figure } from './figure.ts'
import { commandsOfConsultation } from './prepared.ts'
import { runCommand } from './program.ts'

const kinds = [
  ['import of the bill', 'bill'],
  ['publication of edition 1', 'publish'],
  ['import of the consultation', 'said'],
  ['the same again, which adds nothing', 'said'],
] as const

export const importing: Benchmark = {
  title: 'import: the bill and what 4,986 contributions said of it, on an empty database',
  run: async (prepared) => {
    const { url, close } = await prepared.empty()
    const postmaster = await prepared.postmaster()
    const commands = commandsOfConsultation()
    const figures: Figure[] = []
    for (const [what, name] of kinds) {
      const { seconds, peak, databasePeak } = await runCommand(url, commands[name], postmaster)
      figures.push(
        { what, value: seconds, unit: 's' },
        { what: '  memory of the command', value: peak, unit: 'MB' },
        { what: '  memory of PostgreSQL', value: databasePeak, unit: 'MB' },
      )
      if (name === 'bill') await runCommand(url, commands.grant, postmaster)
    }
    await close()
    return figures
  },
}
