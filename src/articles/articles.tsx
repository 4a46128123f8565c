import { inLanguage, inLocale, type Locale } from '../platform/messages.ts'
import { OtherLanguage } from '../ui/other-language.tsx'
import { inReadersLanguage, type Article } from './article.ts'

type Props = {
  locale: Locale
  articles: readonly Article[]
  /** What stands before the number in an address within the page. */
  name: string
  /** How a heading says the number and the title. */
  heading: (article: { number: number; title: string }) => string
}

/** A text to be read, article by article, each in a language that it says; blank lines part its paragraphs. */
export function Articles({ locale, articles, name, heading }: Props) {
  const own = inLocale(locale).lang
  const read = articles.map((article) => ({
    number: article.number,
    ...inReadersLanguage(article, own),
  }))
  return (
    <>
      <OtherLanguage locale={locale} lang={read[0]?.lang ?? own} />
      {read.map(({ number, title, text, lang }) => {
        const id = `${name}-${number}`
        return (
          <section aria-labelledby={id} {...(lang === own ? {} : inLanguage(lang))}>
            <h2 id={id}>{heading({ number, title })}</h2>
            {text.split(/\n\s*\n/).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </section>
        )
      })}
    </>
  )
}
