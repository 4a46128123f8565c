import { inLanguage } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateParts } from '../ui/date-parts.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { limits, type Controversy } from './controversy.ts'
import { saySettlementProblems, sentenceAt, type Said } from './say-problem.ts'
import { places, type SettlementProblem, type TypedSettlement } from './settlement.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  controversy: Controversy
  typed: TypedSettlement
  /** Numbers of editions, the newest first, and of its contributions that have their answer. */
  editions: readonly number[]
  answered: readonly number[]
  problems: readonly (SettlementProblem | 'changed-since')[]
}

/** Saying since when, where and how a controversy is settled. */
export function SettlementPage(props: Props) {
  const { frame, report, controversy, typed, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const said = saySettlementProblems(locale, problems)
  const title = say('settle-title', { number: controversy.id })
  const step = {
    href: there.keeping(controversy.id),
    label: say('keep-title', { number: controversy.id }),
  }
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.queue, label: say('queue') }, step]}
      />
      <ErrorSummary locale={locale} problems={said} />
      <h1>{title}</h1>
      <p {...inLanguage(report.lang)}>{controversy.question}</p>
      <form method="post" action={there.settlement(controversy.id)} class="stacked">
        <input type="hidden" name="read" value={String(controversy.revision)} />
        <DateFields {...props} said={said} />
        <WhereFields {...props} said={said} />
        <FormField
          id="how"
          label={say('how')}
          hint={say('how-hint', { limit: limits.how })}
          problem={sentenceAt(said, 'how')}
        >
          {(described) => (
            <textarea {...described} name="how" rows={5} {...inLanguage(report.lang)}>
              {typed.how}
            </textarea>
          )}
        </FormField>
        <div class="actions">
          <button type="submit">{say('settle')}</button>
          <a href={step.href}>{say('leave')}</a>
        </div>
      </form>
    </Layout>
  )
}

type FieldsProps = Props & { said: readonly Said[] }

function DateFields({ frame: { locale }, typed, said }: FieldsProps) {
  const say = words(locale)
  const problem = sentenceAt(said, 'day')
  return (
    <fieldset class={problem ? 'date field refused' : 'date field'}>
      <legend>{say('settled-when')}</legend>
      {problem && (
        <p class="problem" id="date-problem">
          {problem}
        </p>
      )}
      <DateParts
        typed={typed}
        labelOf={say}
        describedBy={problem ? 'date-problem' : undefined}
        isWrong={() => problem !== undefined}
      />
    </fieldset>
  )
}

/** One of three; what belongs to the others is left aside. */
function WhereFields(props: FieldsProps) {
  const { frame, typed, said } = props
  const say = words(frame.locale)
  const problem = sentenceAt(said, 'where-edition')
  return (
    <fieldset class={problem ? 'field refused' : 'field'}>
      <legend>{say('settled-where')}</legend>
      {problem && (
        <p class="problem" id="where-problem">
          {problem}
        </p>
      )}
      {places.map((place) => (
        <>
          <label class="choice">
            <input
              type="radio"
              name="where"
              id={`where-${place}`}
              value={place}
              checked={typed.where === place}
              aria-describedby={problem ? 'where-problem' : undefined}
            />
            <span>{say(`where-${place}`)}</span>
          </label>
          {place === 'edition' && <NumberField {...props} name="edition" known={props.editions} />}
          {place === 'answer' && <NumberField {...props} name="answered" known={props.answered} />}
          {place === 'meeting' && <LinkField {...props} />}
        </>
      ))}
    </fieldset>
  )
}

type NumberProps = FieldsProps & { name: 'edition' | 'answered'; known: readonly number[] }

function NumberField({ frame: { locale }, typed, said, name, known }: NumberProps) {
  const say = words(locale)
  return (
    <FormField id={name} label={say(`which-${name}`)} problem={sentenceAt(said, name)}>
      {(described) => (
        <select {...described} name={name}>
          <option value="">{say(known.length === 0 ? 'none-to-choose' : 'choose')}</option>
          {known.map((number) => (
            <option value={String(number)} selected={String(number) === typed[name]}>
              {say(`one-${name}`, { number })}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

function LinkField({ frame: { locale }, typed, said }: FieldsProps) {
  const say = words(locale)
  return (
    <FormField
      id="link"
      label={say('link')}
      hint={say('link-hint')}
      problem={sentenceAt(said, 'link')}
    >
      {(described) => <input {...described} type="url" name="link" value={typed.link} dir="ltr" />}
    </FormField>
  )
}
