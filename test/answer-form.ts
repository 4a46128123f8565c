/** An answer to the first revision of a contribution, as its form sends it. */
export function answerForm(number: number, decision: string): [string, string][] {
  return [
    ['c', String(number)],
    ['revision', `${number}.1`],
    ['decision', decision],
    ['reason', 'Voici pourquoi.'],
  ]
}
