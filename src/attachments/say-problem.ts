import { saySize, type Locale } from '../platform/messages.ts'
import { attachmentLimits } from './attachment.ts'
import type { AttachmentProblem } from './attached-form.ts'
import { words } from './words.ts'

/** What the error summary shows of a form's files: each problem with its control. */
export function sayAttachmentProblems(locale: Locale, problems: readonly AttachmentProblem[]) {
  return problems.map((one) => ({ field: one.field, sentence: sayOne(locale, one) }))
}

/** What is wrong with a control; undefined when nothing is. */
export function problemOfField(
  locale: Locale,
  problems: readonly AttachmentProblem[],
  field: string,
): string | undefined {
  const found = problems.filter((one) => one.field === field)
  return found.length === 0 ? undefined : found.map((one) => sayOne(locale, one)).join(' ')
}

function sayOne(locale: Locale, { problem, name }: AttachmentProblem): string {
  const { pdf, picture, together, daily, count, points } = attachmentLimits
  return words(locale)('problem', {
    problem: problem.replaceAll('-', '_'),
    name,
    count,
    points,
    pdf: saySize(locale, pdf),
    picture: saySize(locale, picture),
    together: saySize(locale, together),
    daily: saySize(locale, daily),
    limit: problem.startsWith('alternative') ? attachmentLimits.alternative : attachmentLimits.name,
  })
}
