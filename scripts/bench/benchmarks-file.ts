const from = '<!-- figures: written by `npm run bench -- --write` -->'
const to = '<!-- end of the figures -->'

/** BENCHMARKS.md with these figures in place of the ones that it has. Fails where it has no place for them. */
export function replaceFigures(file: string, figures: string): string {
  const [before, rest] = [file.indexOf(from), file.indexOf(to)]
  if (before === -1 || rest < before) throw new Error('BENCHMARKS.md has no place for the figures')
  return `${file.slice(0, before)}${from}\n\n${figures}\n\n${file.slice(rest)}`
}
