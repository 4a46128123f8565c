import { isReadableLine } from '../people/index.ts'
import { readSiren, readSiret } from '../organisations/index.ts'
import { compose, isBlank } from '../text/index.ts'

/** What is said, in the order in which it is asked and shown. */
export const noticeParts = [
  {
    part: 'publisher',
    fields: [
      'publisher',
      'publisherForm',
      'publisherAddress',
      'publisherPhone',
      'publisherEmail',
      'registration',
      'capital',
    ],
  },
  { part: 'direction', fields: ['director', 'editor'] },
  { part: 'host', fields: ['host', 'hostAddress', 'hostPhone'] },
] as const
export type NoticeField = (typeof noticeParts)[number]['fields'][number]
const noticeFields: readonly NoticeField[] = noticeParts.flatMap(({ fields }) => [...fields])

/** What law 2004-575, article 1-1, wants of every site (of companies their registration and capital, too); empty: not said yet. */
export type Notice = Record<NoticeField, string>

/** What nobody may leave out: the rest depends on who publishes. */
const required: readonly NoticeField[] = [
  'publisher',
  'publisherAddress',
  'publisherPhone',
  'director',
  'host',
  'hostAddress',
  'hostPhone',
]

export const emptyNotice: Notice = {
  publisher: '',
  publisherForm: '',
  publisherAddress: '',
  publisherPhone: '',
  publisherEmail: '',
  registration: '',
  capital: '',
  director: '',
  editor: '',
  host: '',
  hostAddress: '',
  hostPhone: '',
}

/** What the law wants and is not said yet. */
export function missingIn(notice: Notice): NoticeField[] {
  return required.filter((field) => notice[field] === '')
}

/** Characters. */
export const longest = { line: 200, address: 500 } as const

export type NoticeProblem =
  | {
      field: NoticeField
      code: 'too-long' | 'one-line' | 'unreadable' | 'no-phone' | 'no-email' | 'no-number'
    }
  | { field: null; code: 'changed-since' }

type Read = { ok: true; notice: Notice } | { ok: false; problems: NoticeProblem[] }

const addresses: ReadonlySet<NoticeField> = new Set(['publisherAddress', 'hostAddress'])

/** What can be kept of what was typed: any part of it, since a site is not described in one go. */
export function readNotice(typed: Notice, isEmail: (typed: string) => boolean): Read {
  const trimmed = { ...typed }
  for (const field of noticeFields) {
    trimmed[field] = isBlank(typed[field]) ? '' : compose(typed[field].trim())
  }
  const problems = noticeFields.flatMap((field): NoticeProblem[] => {
    const code = trimmed[field] === '' ? null : problemOf(field, trimmed[field], isEmail)
    return code === null ? [] : [{ field, code }]
  })
  if (problems.length > 0) return { ok: false, problems }
  const registration = readNumber(trimmed.registration) ?? ''
  return { ok: true, notice: { ...trimmed, registration } }
}

type Code = Exclude<NoticeProblem, { field: null }>['code']

function problemOf(
  field: NoticeField,
  text: string,
  isEmail: (typed: string) => boolean,
): Code | null {
  const isAddress = addresses.has(field)
  if (text.length > (isAddress ? longest.address : longest.line)) return 'too-long'
  const lines = isAddress ? text.split(/\r?\n/).filter((line) => line.trim() !== '') : [text]
  if (!lines.every(isReadableLine)) return isAddress ? 'unreadable' : 'one-line'
  return isAddress ? null : wrongIn(field, text, isEmail)
}

function wrongIn(
  field: NoticeField,
  text: string,
  isEmail: (typed: string) => boolean,
): Code | null {
  switch (field) {
    case 'registration':
      return readNumber(text) === null ? 'no-number' : null
    case 'publisherEmail':
      return isEmail(text) ? null : 'no-email'
    case 'publisherPhone':
    case 'hostPhone':
      return looksLikePhone(text) ? null : 'no-phone'
    default:
      return null
  }
}

function readNumber(typed: string): string | null {
  return readSiret(typed) ?? readSiren(typed)
}

/**
 * As people write one: at most the fifteen digits of ITU-T E.164, at least the four of a French short number, and what
 * stands between them.
 */
function looksLikePhone(typed: string): boolean {
  const digits = typed.replaceAll(/\D/g, '').length
  return /^\+?[\d\s().\u00a0\u202f/-]+$/.test(typed) && digits >= 4 && digits <= 15
}

/** A number as a telephone dials it: RFC 3966 knows no spaces, and a «(0)» after a country's code is not dialled. */
export function dialled(phone: string): string {
  const written = phone.startsWith('+') ? phone.replace(/\(0\)/, '') : phone
  return written.replaceAll(/[^\d+]/g, '')
}

/** The fields that differ: all that the journal says of a change, since a value may be somebody's name. */
export function changedFields(before: Notice, after: Notice): NoticeField[] {
  return noticeFields.filter((field) => before[field] !== after[field])
}
