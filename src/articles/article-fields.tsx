import { localeNames, offeredLocales } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import type { TypedArticle } from './article.ts'

type Props = {
  article: TypedArticle
  /** What an article is called here, with its number. */
  legend: string
  /** What its fields are called, by the name of a language. */
  labels: { title: (language: string) => string; text: (language: string) => string }
  problem: string | undefined
  rows: number
}

/** One article, in every language of the site. */
export function ArticleFields({ article, legend, labels, problem, rows }: Props) {
  const { number, texts } = article
  return (
    <fieldset id={`article-${number}`} class={problem ? 'refused' : undefined}>
      <legend>{legend}</legend>
      {problem && <p class="problem">{problem}</p>}
      {offeredLocales.map((lang) => (
        <>
          <FormField id={`title-${number}-${lang}`} label={labels.title(localeNames[lang])}>
            {(described) => (
              <input
                {...described}
                type="text"
                name={`title.${number}.${lang}`}
                value={texts[lang].title}
                lang={lang}
              />
            )}
          </FormField>
          <FormField id={`text-${number}-${lang}`} label={labels.text(localeNames[lang])}>
            {(described) => (
              <textarea {...described} name={`text.${number}.${lang}`} rows={rows} lang={lang}>
                {texts[lang].text}
              </textarea>
            )}
          </FormField>
        </>
      ))}
    </fieldset>
  )
}
