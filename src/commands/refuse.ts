/** Says on stderr why it will not be done; the command's exit code is 1. */
export function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
