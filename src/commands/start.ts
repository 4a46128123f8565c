import type { Command } from 'commander'
import { start } from '../start.ts'
import { refuse } from './refuse.ts'
import { withProgram } from './with-program.ts'

export function addStart(vivace: Command): void {
  vivace
    .command('start')
    .description(
      'serve the site; without DATABASE_URL it brings its database and the demonstration',
    )
    .addHelpText(
      'after',
      '\nIts settings stand in the environment (README, «Run it»). People sign in by mail, and with a provider where one is' +
        '\nset: PROCONNECT_CLIENT_ID and PROCONNECT_CLIENT_SECRET, the same of FRANCECONNECT, or OIDC_ISSUER, OIDC_CLIENT_ID,' +
        '\nOIDC_CLIENT_SECRET and OIDC_NAME.',
    )
    .action(() =>
      withProgram(async ({ program, config, log }) => {
        const running = await start(program, config, log).catch((error: unknown) => {
          if (!isAddressError(error)) throw error
          refuse(
            `Port ${config.port} of ${config.host} cannot be listened on (${error.code}): set PORT.`,
          )
        })
        if (!running) return
        const stopped = untilStopped()
        process.stdout.write(`Vivace is at ${running.address}\n`)
        const reason = await Promise.race([stopped, program.lost.then(() => 'lost')])
        if (reason === 'lost') refuse('The database has ended: see its log, and start again.')
        await running.stop()
      }),
    )
}

/** A terminal's Ctrl-C comes from it and again from npm: the later ones change nothing. */
function untilStopped(): Promise<'asked'> {
  return new Promise((resolve) => {
    const stop = () => {
      // Else the launcher would pass the signal on, too, and end what is about to end by itself.
      if (process.connected) process.send?.('stopping')
      resolve('asked')
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  })
}

function isAddressError(error: unknown): error is { code: string } {
  return error instanceof Error && 'code' in error && /^E(ADDR|ACCES)/.test(String(error.code))
}
