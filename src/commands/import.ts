import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { sealJournal } from '../journal/index.ts'
import { operator } from '../permissions.ts'
import { importReport, type ImportProblem } from '../reports/index.ts'
import { refuse, withProgram } from './with-program.ts'

const options = z.object({
  report: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  reason: z.string().min(1).max(1000),
  authors: z.string().max(300).nullable().default(null),
  commissioner: z.string().max(300).nullable().default(null),
  licence: z.string().max(100).nullable().default(null),
  planned: z.iso
    .date()
    .refine((date) => date >= '1900')
    .nullable()
    .default(null),
})

const refusals: Record<ImportProblem, string> = {
  'not-html': 'Only HTML documents (.html) can be imported.',
  'not-utf8': 'The file is not UTF-8 text: save it as UTF-8 and try again.',
  'too-large': 'The file is over 20 MB long: no report is, without its pictures.',
  'nested-too-deep': 'The file nests its elements thousands deep: it cannot be read as a text.',
  'no-text': 'No text was found in the file.',
  'no-title': 'The file has no title: give it a first-level heading or a <title>.',
  'title-too-long': 'The title is over 300 characters long: shorten the first heading.',
  'has-text-already': 'This report has a text already: importing would overwrite it.',
}

export function addImport(vivace: Command): void {
  vivace
    .command('import')
    .description('read an HTML document into the working text of a report that has none yet')
    .argument('<file>', 'the document')
    .requiredOption('--report <slug>', 'the report (a-z, 0-9, hyphens), made if there is none')
    .option('--reason <text>', 'why this file; kept as the cause of the text', 'First text')
    .option('--authors <names>')
    .option('--commissioner <name>')
    .option('--licence <name>')
    .option('--planned <YYYY-MM-DD>', 'when the first edition is planned for')
    .action(importFile)
}

async function importFile(path: string, given: unknown): Promise<void> {
  const parsed = options.safeParse(given)
  if (!parsed.success) {
    process.stderr.write(`${parsed.error.issues.map(sayIssue).join('\n')}\n`)
    process.exitCode = 2
    return
  }
  const { report: slug, reason, planned, ...about } = parsed.data
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return refuse(`${path} cannot be read.`)

  await withProgram(async ({ program }) => {
    const request = {
      slug,
      reason,
      file: { name: basename(path), bytes },
      about: { ...about, editionPlannedFor: planned, illustrative: false },
    }
    const imported = await importReport(program.db, operator, request, new Date())
    if (!imported.ok) return refuse(refusals[imported.problem])
    await sealJournal(program.db)
    const counts = Object.entries(imported.kinds).map(([kind, count]) => `${count} ${kind}`)
    process.stdout.write(`${imported.blocks} blocks: ${counts.join(', ')}\n`)
    for (const { what, count } of imported.dropped)
      process.stdout.write(`left out: ${count} ${what}\n`)
  })
}

const wrongOptions: Record<string, string> = {
  report: '--report takes lower-case letters, digits and single hyphens, up to 80 characters.',
  planned: '--planned takes a day as YYYY-MM-DD, from 1900 on.',
}

function sayIssue({ path: [name = ''] }: z.core.$ZodIssue): string {
  return wrongOptions[String(name)] ?? `--${String(name)} is empty or too long.`
}
