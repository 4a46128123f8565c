/** Whatever is refused ends the filling: the demonstration is whole or it is not there. */
export function assertDone(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(outcome)}`)
}
