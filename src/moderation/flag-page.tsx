import { ContentView, nameOf } from '../contributions/index.ts'
import { stepTo } from '../reports/index.ts'
import { TrapField } from '../spam/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout } from '../ui/layout.tsx'
import { lawLimit } from './decision.ts'
import { flagLimits } from './flag.ts'
import { problemOf, type FlagProps } from './flag-props.ts'
import { FlaggerFields } from './flagger-fields.tsx'
import { fieldOfFlag, sayFlagProblem } from './say-flag-problem.ts'
import { RuleChoices } from './rule-choices.tsx'
import { words } from './words.ts'

/** Telling moderators that a contribution breaks a rule or a law: for anybody, signed in or not. */
export function FlagPage(props: FlagProps) {
  const { frame, report, contribution, problems, notBefore, typed } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('flag-title', { number: contribution.number })
  const here = `/${locale}/contributions/${contribution.number}`
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: here, label: nameOf(locale, contribution) }]}
      />
      <ErrorSummary
        locale={locale}
        problems={problems.map((problem) => ({
          field: fieldOfFlag(problem),
          sentence: sayFlagProblem(locale, problem, notBefore),
        }))}
      />
      <h1>{title}</h1>
      <p>{say('flag-lead')}</p>
      <details id="flagged" class="said" open>
        <summary>{say('flag-what')}</summary>
        <ContentView locale={locale} contribution={contribution} level={3} />
      </details>
      <form method="post" action={`${here}/flag`} class="stacked">
        <input type="hidden" name="read" value={String(typed.read)} />
        <input type="hidden" name="key" value={props.key} />
        <TrapField locale={locale} />
        <WhyFields {...props} />
        <WhatFields {...props} />
        <FlaggerFields {...props} />
        <div class="actions">
          <button type="submit">{say('flag-send')}</button>
          <a href={here}>{say('flag-nothing')}</a>
        </div>
      </form>
    </Layout>
  )
}

function WhyFields(props: FlagProps) {
  const { frame, charter, typed } = props
  const { locale } = frame
  const say = words(locale)
  const problem = problemOf(props, 'ground')
  return (
    <fieldset id="ground" class={problem ? 'refused' : undefined}>
      <legend>{say('flag-why')}</legend>
      {problem && <p class="problem">{problem}</p>}
      <p class="hint">
        {say('flag-why-hint')} <a href={`/${locale}/charter`}>{say('charter')}</a>
      </p>
      <RuleChoices
        locale={locale}
        charter={charter}
        chosen={typed.ground}
        otherwise={say('flag-illegal')}
        required
      />
      <FormField
        id="law"
        label={say('flag-law')}
        hint={say('flag-law-hint', { limit: lawLimit })}
        problem={problemOf(props, 'law')}
      >
        {(described) => <input {...described} type="text" name="law" value={typed.law} />}
      </FormField>
      <label class="choice">
        <input type="checkbox" name="grave" value="1" checked={typed.grave} />
        <span>{say('flag-grave')}</span>
      </label>
    </fieldset>
  )
}

function WhatFields(props: FlagProps) {
  const { frame, typed, contribution } = props
  const say = words(frame.locale)
  const { leastExplanation: least, explanation: most } = flagLimits
  return (
    <>
      <FormField
        id="explanation"
        label={say('flag-explanation')}
        hint={say('flag-explanation-hint', { least, most })}
        problem={problemOf(props, 'explanation')}
      >
        {(described) => (
          <textarea {...described} name="explanation" rows={5} required>
            {typed.explanation}
          </textarea>
        )}
      </FormField>
      <FormField
        id="words"
        label={say('flag-words')}
        hint={say('flag-words-hint')}
        problem={problemOf(props, 'words')}
      >
        {(described) => (
          <textarea {...described} name="words" rows={2} lang={contribution.lang} dir="auto">
            {typed.words}
          </textarea>
        )}
      </FormField>
    </>
  )
}
