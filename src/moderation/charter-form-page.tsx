import { ArticleFields, type TypedArticle } from '../articles/index.ts'
import type { Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangedSince } from '../ui/changed-since.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { charterLimits } from './charter.ts'
import type { CharterProblem } from './keep-charter.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  read: number
  rules: TypedArticle[]
  problems: CharterProblem[]
  /** Who made another version since the form was opened. */
  keptBy: { name: string; at: Date } | null
}

/** Every rule in every language of the site; sent, they are a new version as a whole. */
export function CharterFormPage({ frame, read, rules, problems, keptBy }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('charter-change')
  const changed = problems.some(({ code }) => code === 'changed-since')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={locale} steps={[{ href: `/${locale}/charter`, label: say('charter') }]} />
      <ErrorSummary
        locale={locale}
        problems={problems.map((problem) => ({
          field: fieldOf(problem),
          sentence: sayProblem(locale, problem),
        }))}
      />
      <h1>{title}</h1>
      {changed && <ChangedSince locale={locale} href={`/${locale}/workshop/charter`} by={keptBy} />}
      <p>{say('charter-form-lead')}</p>
      <form method="post" action={`/${locale}/workshop/charter`} class="stacked" id="rules">
        <input type="hidden" name="read" value={String(read)} />
        {rules.map((rule) => (
          <ArticleFields
            article={rule}
            legend={say('rule-number', { rule: rule.number })}
            labels={{
              title: (language) => say('rule-title-in', { language }),
              text: (language) => say('rule-text-in', { language }),
            }}
            problem={sayFirst(
              locale,
              problems.find((one) => one.article === rule.number),
            )}
            rows={3}
          />
        ))}
        <div class="actions">
          <button type="submit">{say('charter-keep')}</button>
          <a href={`/${locale}/charter`}>{say('set-nothing')}</a>
        </div>
      </form>
    </Layout>
  )
}

function fieldOf({ code, article }: CharterProblem): string {
  if (code === 'changed-since') return code
  return article === null ? 'rules' : `article-${article}`
}

function sayFirst(locale: Locale, problem: CharterProblem | undefined): string | undefined {
  return problem && sayProblem(locale, problem)
}

function sayProblem(locale: Locale, { code, article }: CharterProblem): string {
  const { title, text } = charterLimits
  return words(locale)(code, { rule: article ?? 0, title, text })
}
