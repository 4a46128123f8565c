import { z } from 'zod'

import { isBlank } from '../text/index.ts'

/** Characters of HTML, of plain text, of what stands on one line, and of a name. */
const htmlLimit = 100_000
const textLimit = 40_000
const lineLimit = 1_000
const nameLimit = 80

/** More than anybody ever counted; three of them still add up in an integer. */
const countLimit = 100_000_000

/** A mistake in a field, told after its path. */
const must = (be: string) => ({
  error: (issue: { input?: unknown }) =>
    issue.input === undefined ? 'is missing' : `must be ${be}`,
})

const text = (limit: number) =>
  z
    .string(must('text'))
    .max(limit, `must be ${limit} characters at most`)
    .refine((value) => !value.includes('\0'), 'must not hold the character U+0000')
    .refine((value) => value.isWellFormed(), 'must not hold half a character')

const lineOf = (limit: number) =>
  text(limit).transform((value) => value.replace(/[^\S\u00A0\u202F]+/gu, ' ').trim())
const filledOf = (limit: number) =>
  lineOf(limit).refine((value) => !isBlank(value), 'must hold words')

const line = lineOf(lineLimit)
const filled = filledOf(lineLimit)
const author = filledOf(nameLimit)
const words = text(textLimit).refine((value) => !isBlank(value), 'must hold words')

const id = z.int(must('a whole number above 0')).positive('must be a whole number above 0')
const count = z
  .int(must('a whole number from 0'))
  .min(0, 'must be a whole number from 0')
  .max(countLimit, 'must be 100,000,000 at most')
const flag = z.boolean(must('true or false'))

const time = z.string(must('a date and time')).transform((value, context) => {
  const at = readTime(value)
  if (at !== null) return at
  context.addIssue('must be a date and time with its zone, as 2015-09-26T11:27:25+02:00')
  return z.NEVER
})

/** The zone may be written with its colon or without. */
function readTime(value: string): Date | null {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)$/.exec(value)
  if (parts === null) return null
  const [, day = '', hour, zone = ''] = parts
  const real = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day) return null
  const at = new Date(`${day}T${hour}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(at.getTime()) ? null : at
}

const link = line.refine(
  (value) => /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value),
  'must be an http or https address',
)

const object = <S extends z.ZodRawShape>(shape: S) => z.object(shape, must('an object'))
const list = <T extends z.ZodType>(item: T) => z.array(item, must('a list'))

const votes = object({ agree: count, mixed: count, disagree: count })
const said = { id, on: id, author, createdAt: time, supports: count }

/** What `bill.json` holds; fields that it does not name are ignored. */
export const billFile = object({
  articles: list(object({ id, section: filled, title: filled, votes })),
})

/** What `contributions.json` holds; fields that it does not name are ignored. */
export const contributionsFile = object({
  proposals: list(
    object({
      id,
      author,
      section: filled,
      title: filled,
      bodyHtml: text(htmlLimit),
      explanationHtml: text(htmlLimit).nullish(),
      createdAt: time,
      trashed: flag.default(false),
      votes,
      rewordings: count.default(0),
    }),
  ),
  arguments: list(
    object({
      ...said,
      side: z.enum(['for', 'against'], must('"for" or "against"')),
      body: words,
      trashed: flag.default(false),
    }),
  ),
  sources: list(object({ ...said, title: filled, link, category: line, body: text(textLimit) })),
})
