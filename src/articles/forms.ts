import { z } from 'zod'
import { inEachLocale } from '../platform/messages.ts'
import type { TypedArticle } from './article.ts'

/** A name that is sent twice is read as it was sent last. */
const last = (sent: unknown) => (Array.isArray(sent) ? sent.at(-1) : sent)

const text = z.preprocess(
  last,
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
)

/** The articles from 1 up to that number, as they were typed in each language of the site. */
export function parseArticles(body: { [name: string]: unknown }, most: number): TypedArticle[] {
  return Array.from({ length: most }, (_, at) => ({
    number: at + 1,
    texts: inEachLocale((lang) => ({
      title: text.parse(body[`title.${at + 1}.${lang}`]),
      text: text.parse(body[`text.${at + 1}.${lang}`]),
    })),
  }))
}
