import type { Command } from 'commander'
import { z } from 'zod'
import { sealJournal } from '../journal/index.ts'
import {
  checkWords,
  countKinds,
  importReport,
  previewImport,
  readWithPictures,
  splitWords,
  type DifferenceCounts,
  type ImportProblem,
  type KindCounts,
  type Undone,
} from '../imports/index.ts'
import { operator } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { startOf } from '../reports/index.ts'
import { isHeading } from '../text/index.ts'
import { documentRefusals } from './read-text.ts'
import { commandLocale, publicUrlOf } from './public-url.ts'
import { refuse } from './refuse.ts'
import { withProgram } from './with-program.ts'

const options = z.object({
  report: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  reason: z.string().trim().min(1).max(1000).optional(),
  preview: z.boolean().default(false),
  propositionWords: z
    .string()
    .default('')
    .transform(splitWords)
    .refine((words) => checkWords(words).length === 0),
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
  ...documentRefusals,
  'too-many-passages': 'The document has over 20,000 passages: split it into several reports.',
  'no-title': 'The file has no title: give it a first-level heading or a <title>.',
  'title-too-long': 'The title is over 300 characters long: shorten the first heading.',
  'nothing-changed': 'The working text says already what this file says: nothing was changed.',
}

export function addImport(vivace: Command): void {
  vivace
    .command('import')
    .description(
      'read a Markdown, HTML or Word document into the working text of a report; a text that is ' +
        'there is updated by changes, each of which has the file as its cause',
    )
    .argument(
      '<file>',
      'the document: .md, .markdown, .html, .htm or .docx, up to 20 MB; its pictures are read from its ' +
        'own folder; or a .zip of a document and its pictures',
    )
    .requiredOption(
      '--report <slug>',
      'names the report (a-z, 0-9, hyphens), which is made if there is none of that name',
    )
    .option(
      '--reason <text>',
      'says why this file is imported; it is published as the cause of the text or its changes ' +
        '(the name of the file, where nothing is said)',
    )
    .option(
      '--proposition-words <words>',
      'names words that begin a proposition in this report, between commas («Mesure,Action»)',
    )
    .option('--preview', 'prints what would be imported and what would change, and changes nothing')
    .option('--authors <names>', 'says who wrote the report, where this makes it')
    .option('--commissioner <name>', 'says who asked for the report, where this makes it')
    .option('--licence <name>', 'says under which licence the text is, where this makes it')
    .option('--planned <YYYY-MM-DD>', 'says when the first edition is planned for')
    .action(importFile)
}

async function importFile(path: string, given: unknown): Promise<void> {
  const parsed = options.safeParse(given)
  if (!parsed.success) {
    process.stderr.write(`${parsed.error.issues.map(sayIssue).join('\n')}\n`)
    process.exitCode = 2
    return
  }
  const file = await readWithPictures(path).catch(() => undefined)
  if (!file) return refuse(`${path} cannot be read.`)

  await withProgram(async ({ program: { db }, config }) => {
    if (parsed.data.preview) return preview(db, file, parsed.data)
    const changed = await importNow(db, file, parsed.data)
    if (changed) process.stderr.write(sayCauses(publicUrlOf(config), parsed.data.report))
  })
}

type File = Awaited<ReturnType<typeof readWithPictures>>
type Options = z.infer<typeof options>

/** Returns whether it changed a text that was there. */
async function importNow(db: Db, file: File, given: Options): Promise<boolean> {
  const { report: slug, reason = `Import of ${file.name}`, propositionWords, planned } = given
  const { authors, commissioner, licence } = given
  const about = { authors, commissioner, licence, editionPlannedFor: planned, illustrative: false }
  const request = { slug, reason, file, propositionWords, about }
  const imported = await importReport(db, operator, request, new Date())
  if (!imported.ok) {
    refuse(refusals[imported.problem])
    return false
  }
  await sealJournal(db)
  print([
    `${imported.blocks} blocks: ${sayKinds(imported.kinds)}`,
    ...sayDropped(imported.dropped),
    ...(imported.counts ? [sayCounts(imported.counts)] : []),
    ...sayUndone(imported.undone),
  ])
  return imported.counts !== null
}

/** Editors find the changes in the workshop. */
function sayCauses(publicUrl: string, slug: string): string {
  const changes = new URL(`/${commandLocale}/workshop/reports/${slug}/changes`, publicUrl)
  return `Other causes can be added to the changes at ${changes.href}\n`
}

async function preview(db: Db, file: File, given: Options): Promise<void> {
  const { report: slug, propositionWords } = given
  const previewed = await previewImport(db, operator, { slug, file, propositionWords }, new Date())
  if (!previewed.ok) return refuse(refusals[previewed.problem])
  const { blocks, dropped, counts } = previewed
  const propositions = blocks.filter(({ kind }) => kind === 'proposition')
  print([
    `title: ${previewed.title ?? 'none'}`,
    `language: ${previewed.lang ?? 'not said'}`,
    `${blocks.length} blocks: ${sayKinds(countKinds(blocks))}`,
    ...sayDropped(dropped),
    'outline:',
    ...blocks.filter(isHeading).map(sayHeading),
    `propositions: ${propositions.length}`,
    ...propositions.map(({ number, text }) => `  ${number ?? '-'}\t${onOneLine(text)}`),
    counts ? sayCounts(counts) : 'the report has no text yet: this would be its first',
    ...sayUndone(previewed.undone),
  ])
  process.stderr.write('This was a preview: nothing was changed.\n')
}

/** What has been changed by contributions or divided by hand since the last edition, and the file takes back. */
function sayUndone(undone: Undone | null): string[] {
  if (!undone) return []
  const { passages, contributions, divisions } = undone
  const numbers = contributions.join(', ')
  return [
    ...(passages > 0
      ? [`undoes what contributions changed: ${passages} passages, by ${numbers}`]
      : []),
    ...divisions.map(({ did, block, reason }) => {
      const made = did === 'split' ? 'a split' : 'a merger'
      return `undoes ${made} made by hand: ${startOf(block)} (${onOneLine(reason)})`
    }),
  ]
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function sayHeading({ kind, level, text }: { kind: string; level: number; text: string }): string {
  return `${'  '.repeat(level)}${kind}: ${onOneLine(text)}`
}

/** A document says nothing to the terminal itself: no control characters, no line of its own. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ')
}

function sayKinds(kinds: KindCounts): string {
  return Object.entries(kinds)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')
}

function sayDropped(dropped: readonly { what: string; count: number }[]): string[] {
  return dropped.map(({ what, count }) => `left out: ${count} ${onOneLine(what)}`)
}

function sayCounts({ same, ...others }: DifferenceCounts): string {
  const { edited, moved, split, merged, added, removed } = others
  return (
    `of the text: ${same} the same, ${edited} edited, ${moved} moved, ${split} split, ` +
    `${merged} merged, ${added} added, ${removed} removed`
  )
}

const wrongOptions: Record<string, string> = {
  report: '--report takes lower-case letters, digits and single hyphens, up to 80 characters.',
  planned: '--planned takes a day as YYYY-MM-DD, from 1900 on.',
  propositionWords: '--proposition-words takes up to 20 words of up to 60 characters each.',
}

function sayIssue({ path: [name = ''] }: z.core.$ZodIssue): string {
  return wrongOptions[String(name)] ?? `--${String(name)} is empty or too long.`
}
