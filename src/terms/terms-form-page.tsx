import { ArticleFields, articlesOf, languagesOf } from '../articles/index.ts'
import {
  localeNames,
  offeredLocales,
  type Locale,
  type OfferedLocale,
} from '../platform/messages.ts'
import { isBlank } from '../text/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangedSince } from '../ui/changed-since.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import {
  isTooLong,
  saidIn,
  termsLimits,
  type Terms,
  type TermsFormProblem,
  type TypedTerms,
} from './terms.ts'
import { Summaries, TermsChanges } from './terms-changes.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** The version that the form was opened with. */
  read: number
  /** What holds, to be compared with. */
  newest: Terms
  typed: TypedTerms
  preview: boolean
  /** Who made another version since the form was opened. */
  keptBy: { name: string; at: Date } | null
  problems: readonly TermsFormProblem[]
}

/** Every article in every language of the site; sent, they are a new version as a whole. */
export function TermsFormPage(props: Props) {
  const { frame, read, typed, preview, problems } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('form-title')
  const sayFirst = (number: number) => {
    const problem = problems.find(({ article }) => article === number)
    return problem && sayProblem(locale, problem)
  }
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={locale} steps={[{ href: `/${locale}/terms`, label: say('terms') }]} />
      <ErrorSummary
        locale={locale}
        problems={problems.map((problem) => ({
          field: fieldOf(problem, typed),
          sentence: sayProblem(locale, problem),
        }))}
      />
      <h1>{title}</h1>
      {problems.some(({ code }) => code === 'changed-since') && (
        <ChangedSince locale={locale} href={`/${locale}/admin/terms`} by={props.keptBy} />
      )}
      {preview && <Preview {...props} />}
      <p>{say('form-lead')}</p>
      <form method="post" action={`/${locale}/admin/terms`} class="stacked" id="articles">
        <input type="hidden" name="read" value={String(read)} />
        {typed.articles.map((article) => (
          <ArticleFields
            article={article}
            legend={say('article-number', { article: article.number })}
            labels={{
              title: (language) => say('title-in', { language }),
              text: (language) => say('text-in', { language }),
            }}
            problem={sayFirst(article.number)}
            rows={6}
          />
        ))}
        <SummaryFields {...props} />
        <AsksFields {...props} />
        <div class="actions">
          <button type="submit" name="step" value="preview" class={preview ? 'quiet' : undefined}>
            {say('preview')}
          </button>
          {preview && (
            <button type="submit" name="step" value="keep">
              {say('publish')}
            </button>
          )}
          <a href={`/${locale}/terms`}>{say('change-nothing')}</a>
        </div>
      </form>
    </Layout>
  )
}

function fieldOf({ code, article }: TermsFormProblem, typed: TypedTerms): string {
  switch (code) {
    case 'changed-since':
      return 'changed-since'
    case 'no-summary':
    case 'summary-too-long':
      return `summary-${offeredLocales.find((lang) => isAtFault(typed, lang)) ?? offeredLocales[0]}`
    case 'no-choice':
      return 'asks-anew'
    default:
      return article === null ? 'articles' : `article-${article}`
  }
}

function isAtFault({ articles, summary }: TypedTerms, lang: OfferedLocale): boolean {
  const missing = isBlank(summary[lang]) && languagesOf(articles).includes(lang)
  return missing || isTooLong(summary[lang])
}

function sayProblem(locale: Locale, { code, article }: TermsFormProblem): string {
  return words(locale)(code, { article: article ?? 0, ...termsLimits })
}

function Preview({ frame: { locale }, newest, typed }: Props) {
  const say = words(locale)
  const summary = new Map(Object.entries(saidIn(typed.summary)))
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">{say('preview-title', { version: newest.version + 1 })}</h2>
      <p class="notice">{say('preview-note')}</p>
      <Summaries locale={locale} summaries={[{ version: 0, summary }]} />
      <TermsChanges locale={locale} before={newest.articles} after={articlesOf(typed.articles)} />
    </section>
  )
}

function SummaryFields({ frame: { locale }, typed, problems }: Props) {
  const say = words(locale)
  const problem = problems.find(({ code }) => code === 'no-summary' || code === 'summary-too-long')
  return (
    <fieldset>
      <legend>{say('summary-legend')}</legend>
      <p class="hint">{say('summary-hint')}</p>
      {offeredLocales.map((lang) => (
        <FormField
          id={`summary-${lang}`}
          label={say('summary-in', { language: localeNames[lang] })}
          problem={problem && isAtFault(typed, lang) ? sayProblem(locale, problem) : undefined}
        >
          {(described) => (
            <textarea {...described} name={`summary.${lang}`} rows={3} lang={lang}>
              {typed.summary[lang]}
            </textarea>
          )}
        </FormField>
      ))}
    </fieldset>
  )
}

function AsksFields({ frame: { locale }, typed, problems }: Props) {
  const say = words(locale)
  const problem = problems.find(({ code }) => code === 'no-choice')
  return (
    <fieldset aria-describedby={problem ? 'asks-problem' : undefined}>
      <legend>{say('asks-legend')}</legend>
      {problem && (
        <p class="problem" id="asks-problem">
          {sayProblem(locale, problem)}
        </p>
      )}
      <label class="choice">
        <input
          type="radio"
          id="asks-anew"
          name="asks"
          value="anew"
          checked={typed.asks === true}
          required
        />
        <span>
          {say('asks-anew')} <span class="hint">{say('asks-anew-hint')}</span>
        </span>
      </label>
      <label class="choice">
        <input type="radio" name="asks" value="mends" checked={typed.asks === false} required />
        <span>{say('asks-mends')}</span>
      </label>
    </fieldset>
  )
}
