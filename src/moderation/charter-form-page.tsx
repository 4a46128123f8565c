import { localeNames, offeredLocales, type Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { charterLimits, type CharterProblem, type TypedRule } from './charter.ts'
import { words } from './words.ts'

export type ShownCharterProblem = CharterProblem | { code: 'charter-signed-out'; rule: null }

type Props = {
  frame: Frame
  read: number
  rules: TypedRule[]
  problems: ShownCharterProblem[]
}

/** Every rule in every language of the site; sent, they are a new version as a whole. */
export function CharterFormPage({ frame, read, rules, problems }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('charter-change')
  const signedOut = problems.some(({ code }) => code === 'charter-signed-out')
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
      {signedOut && <SignInAgain locale={locale} />}
      <p>{say('charter-form-lead')}</p>
      <form method="post" action={`/${locale}/workshop/charter`} class="stacked" id="rules">
        <input type="hidden" name="read" value={String(read)} />
        {rules.map((rule) => (
          <RuleFields
            locale={locale}
            rule={rule}
            problem={problems.find((one) => one.rule === rule.number)}
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

function fieldOf({ code, rule }: ShownCharterProblem): string {
  if (code === 'charter-signed-out') return 'signed-out'
  return rule === null ? 'rules' : `rule-${rule}`
}

function sayProblem(locale: Locale, { code, rule }: ShownCharterProblem): string {
  const { title, text } = charterLimits
  return words(locale)(code, { rule: rule ?? 0, title, text })
}

type RuleProps = { locale: Locale; rule: TypedRule; problem: ShownCharterProblem | undefined }

function RuleFields({ locale, rule, problem }: RuleProps) {
  const say = words(locale)
  const { number, texts } = rule
  return (
    <fieldset id={`rule-${number}`} class={problem ? 'refused' : undefined}>
      <legend>{say('rule-number', { rule: number })}</legend>
      {problem && <p class="problem">{sayProblem(locale, problem)}</p>}
      {offeredLocales.map((lang) => (
        <>
          <FormField
            id={`title-${number}-${lang}`}
            label={say('rule-title-in', { language: localeNames[lang] })}
          >
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
          <FormField
            id={`text-${number}-${lang}`}
            label={say('rule-text-in', { language: localeNames[lang] })}
          >
            {(described) => (
              <textarea {...described} name={`text.${number}.${lang}`} rows={3} lang={lang}>
                {texts[lang].text}
              </textarea>
            )}
          </FormField>
        </>
      ))}
    </fieldset>
  )
}
