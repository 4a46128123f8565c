import { inLanguage, inLocale, type Locale } from '../platform/messages.ts'
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
  return articles.map((article) => {
    const { title, text, lang } = inReadersLanguage(article, inLocale(locale).lang)
    const foreign = lang === inLocale(locale).lang ? {} : inLanguage(lang)
    const id = `${name}-${article.number}`
    return (
      <section aria-labelledby={id} {...foreign}>
        <h2 id={id}>{heading({ number: article.number, title })}</h2>
        {text.split(/\n\s*\n/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </section>
    )
  })
}
