import { z } from 'zod'

const sentenceNumber = z.coerce.number().int().min(1).max(1_000_000)

/** `?sentence=2&sentence=3-4`: what was ticked, a row of several too; anything else is as if not ticked. */
export function parseSentences(given: string[] | undefined): number[] {
  const ticked = (given ?? []).flatMap((text) => text.split('-'))
  const numbers = ticked.flatMap((text) => {
    const parsed = sentenceNumber.safeParse(text)
    return parsed.success ? [parsed.data] : []
  })
  return [...new Set(numbers)].toSorted((one, other) => one - other)
}

const text = z.string().catch('')

/** The form of an amendment; a control that browsers send as CRLF is read with LF. */
export const amendmentForm = z.object({
  wording: text.transform(withLineFeeds),
  body: text.transform(withLineFeeds),
  edition: z.coerce.number().int().min(1).max(1_000_000).catch(0),
  key: z.string().min(16).max(100).catch(''),
  step: z.enum(['preview', 'publish', 'edit']).catch('preview'),
})

function withLineFeeds(typed: string): string {
  return typed.replaceAll('\r\n', '\n')
}
