import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import {
  importConsultation,
  ImportDiffers,
  type ConsultationImport,
  type ImportCounts,
} from '../consultations/index.ts'
import { sealJournal } from '../journal/index.ts'
import type { Program } from '../open-program.ts'
import { operator } from '../permissions.ts'
import { findReport, type Report } from '../reports/index.ts'
import { refuse } from './refuse.ts'
import { withProgram } from './with-program.ts'

const options = z.object({
  report: z.string().max(80),
  bill: z.string(),
  name: z.string().trim().min(1).max(300).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable()
    .default(null),
  licence: z.string().trim().min(1).max(100).nullable().default(null),
})

type Options = z.infer<typeof options>

export function addConsultation(vivace: Command): void {
  vivace
    .command('consultation')
    .description('consultations that were held elsewhere')
    .command('import')
    .description(
      'bring what people said into a published report, once (docs/consultation-format.md)',
    )
    .argument('<contributions>', 'what people said, as JSON')
    .requiredOption('--report <slug>', 'the report, of which an edition is published')
    .requiredOption('--bill <file>', 'what was asked, as JSON')
    .option('--name <text>', 'what it was called; it stands in public')
    .option('--url <address>', 'where it was held')
    .option('--licence <text>', 'under which what was said there may be shown')
    .action(importFiles)
}

async function importFiles(path: string, given: unknown): Promise<void> {
  const parsed = options.safeParse(given)
  if (!parsed.success) {
    process.stderr.write(`${parsed.error.issues.map(sayIssue).join('\n')}\n`)
    process.exitCode = 2
    return
  }
  const bill = await readNamed(parsed.data.bill)
  const contributions = await readNamed(path)
  if (!bill || !contributions) return
  await withProgram(async ({ program }) => {
    const report = await findReport(program.db, parsed.data.report)
    if (!report) return refuse(`There is no report ${parsed.data.report}.`)
    await importInto(program, report, { ...parsed.data, files: { bill, contributions } })
  })
}

async function readNamed(path: string): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) refuse(`${path} cannot be read.`)
  return bytes && { name: basename(path), bytes }
}

type Files = Parameters<typeof importConsultation>[2]['files']

async function importInto(
  { db }: Program,
  report: Report,
  { name, url, licence, files }: Options & { files: Files },
): Promise<void> {
  const about = { name: name ?? nameAfter(files.contributions.name), url, licence }
  const tell = (stored: number, all: number) =>
    progress(`${stored.toLocaleString('en')} of ${all.toLocaleString('en')} contributions`)
  progress('reading')
  try {
    const request = { report, about, files, tell }
    const imported = await importConsultation(db, operator, request, new Date())
    if (!imported.ok) return sayRefusals(imported).forEach(refuse)
    progress('sealing')
    await sealJournal(db)
    process.stdout.write(sayImported(imported))
  } catch (error) {
    if (!(error instanceof ImportDiffers)) throw error
    sayDifferences(error).forEach(refuse)
  }
}

function nameAfter(file: string): string {
  return `Consultation ${basename(file, extname(file))}`
}

function progress(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

type Refused = Extract<ConsultationImport, { ok: false }>

function sayRefusals(refused: Refused): string[] {
  switch (refused.problem) {
    case 'wrong-files':
      return refused.mistakes
    case 'not-published-yet':
      return ['Nothing of this report is published yet: publish its first edition, then import.']
    case 'name-of-other-files':
      return ['Other files were imported under this name: import these with another --name.']
    case 'no-such-headings':
      return [
        ...refused.unmatched.map((title) => `no heading of the latest edition reads: ${title}`),
        ...refused.ambiguous.map((title) => `more than one could be meant by: ${title}`),
        'Nothing is imported.',
      ]
  }
}

function sayDifferences({ read, stored }: ImportDiffers): string[] {
  const differing = listLines(read, stored).filter((line) => line.read !== line.stored)
  return [
    ...differing.map((line) => `${line.label}: ${line.read} read, but ${line.stored} stored`),
    'What is stored is not what was read: nothing is changed.',
  ]
}

function sayImported(imported: Extract<ConsultationImport, { ok: true }>): string {
  const { name, added, read, stored, dropped } = imported
  const lines = listLines(read, stored)
  const rows = [
    ['', 'read', 'stored', 'added'],
    ...lines.map((line) => [line.label, line.read, line.stored, added ? line.stored : 0]),
  ]
  const table = rows.map(([label, ...numbers]) =>
    [String(label).padEnd(26), ...numbers.map((cell) => String(cell).padStart(9))].join(''),
  )
  return [
    ...(added ? [] : [`These files are here already, as «${name}»: nothing is added or changed.`]),
    ...table,
    ...dropped.map(({ what, count }) => `left out: ${count} ${what}`),
    '',
  ].join('\n')
}

type Line = { label: string; read: number; stored: number }

function listLines(read: ImportCounts, stored: ImportCounts): Line[] {
  const line = (label: string, count: (counts: ImportCounts) => number) => ({
    label,
    read: count(read),
    stored: count(stored),
  })
  return [
    line('articles', (the) => the.articles),
    line('sections', (the) => the.sections),
    line('new propositions', (the) => the.propositions),
    line('arguments', (the) => the.argumentsOnArticles + the.argumentsOnProposals),
    line('  on articles', (the) => the.argumentsOnArticles),
    line('  on propositions', (the) => the.argumentsOnProposals),
    line('sources', (the) => the.sourcesOnArticles + the.sourcesOnProposals),
    line('  on articles', (the) => the.sourcesOnArticles),
    line('  on propositions', (the) => the.sourcesOnProposals),
    line('withheld', (the) => the.withheld),
    line('votes', (the) => the.votes),
    line('supports', (the) => the.supports),
    line('pseudonyms', (the) => the.authors),
  ]
}

const wrongOptions: Record<string, string> = {
  url: '--url takes an http or https address, up to 2,000 characters.',
}

function sayIssue({ path: [name = ''] }: z.core.$ZodIssue): string {
  return wrongOptions[String(name)] ?? `--${String(name)} is empty or too long.`
}
