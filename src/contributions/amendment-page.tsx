import type { Child } from 'hono/jsx'
import { inLanguage } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { cellsInLine, Redline } from '../ui/redline.tsx'
import { startOf, type Edition, type PlacedBlock, type Report } from '../reports/index.ts'
import { choicesOf, showRows, unitOf } from './choices.ts'
import { ChooseSentences, TypedBefore } from './choose-sentences.tsx'
import type { AmendmentProblem, Proposal } from './contribution.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { words } from './words.ts'

export type AmendmentPageProps = {
  frame: Frame
  report: Report
  edition: Edition
  block: PlacedBlock
  problems: AmendmentProblem[]
  proposal: Proposal
  /** The words that the proposal would replace; null until sentences are chosen. */
  current: string | null
  idempotencyKey: string
  preview: boolean
  /** The contribution that the same form was already received as, with other words. */
  published: number | null
}

const fields: Record<AmendmentProblem, 'sentences' | 'wording' | 'body' | 'signed-out'> = {
  'no-sentence-chosen': 'sentences',
  'sentences-not-consecutive': 'sentences',
  'edition-unknown': 'sentences',
  'no-wording': 'wording',
  'wording-unchanged': 'wording',
  'wording-too-long': 'wording',
  'heading-on-lines': 'wording',
  'cells-differ': 'wording',
  'no-body': 'body',
  'body-too-long': 'body',
  'sent-already': 'wording',
  'signed-out': 'signed-out',
}

/** Amending in steps that need no script: tick sentences, rewrite them, look at the redline, publish. */
export function AmendmentPage(props: AmendmentPageProps) {
  const { frame, report, block, problems, current, preview } = props
  const say = words(frame.locale)
  const passage = `/${frame.locale}/reports/${report.slug}/passages/${block.id}`
  const sentences = problems.map((problem) => ({
    field: fields[problem],
    sentence: sayProblem(props, problem),
  }))
  const title = say('amend-title', { start: startOf(block) })
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={frame.locale}
        steps={[
          {
            href: `/${frame.locale}/reports/${report.slug}`,
            label: report.title,
            lang: report.lang,
          },
          { href: passage, label: startOf(block), lang: report.lang },
        ]}
      />
      <ErrorSummary locale={frame.locale} problems={sentences} />
      <h1>{say('amend')}</h1>
      {problems.includes('signed-out') && <SignInAgain locale={frame.locale} />}
      {current === null ? (
        <>
          <ChooseSentences {...props} action={`${passage}/amendment`} />
          <TypedBefore {...props} />
        </>
      ) : (
        <Rewrite {...props} current={current} passage={passage} />
      )}
      {preview && props.published === null && <p class="fine">{say('not-published-yet')}</p>}
    </Layout>
  )
}

type RewriteProps = AmendmentPageProps & { current: string; passage: string }

function Rewrite(props: RewriteProps) {
  const { frame, report, edition, block, proposal, idempotencyKey, passage, preview } = props
  const say = words(frame.locale)
  const problemOf = fieldProblems(props)
  return (
    <form method="post" action={`${passage}/amendments`} class="stacked">
      <Hidden name="edition" value={String(edition.number)} />
      <Hidden name="key" value={idempotencyKey} />
      {proposal.sentences.map((n) => (
        <Hidden name="sentence" value={String(n)} />
      ))}
      <CurrentOrPreview {...props} />
      <FormField
        id="wording"
        label={say('wording')}
        hint={say('wording-hint', { unit: unitOf(block) })}
        problem={problemOf('wording')}
      >
        {(described) => (
          <textarea {...described} name="wording" rows={8} {...inLanguage(report.lang)} required>
            {unitOf(block) === 'row' ? showRows(proposal.wording) : proposal.wording}
          </textarea>
        )}
      </FormField>
      <FormField id="body" label={say('body')} hint={say('body-hint')} problem={problemOf('body')}>
        {(described) => (
          <textarea {...described} name="body" rows={5} required>
            {proposal.body}
          </textarea>
        )}
      </FormField>
      <div class="actions">
        {preview && (
          <button type="submit" name="step" value="publish">
            {say('publish')}
          </button>
        )}
        <button class={preview ? 'quiet' : undefined} type="submit" name="step" value="preview">
          {preview ? say('preview-again') : say('preview')}
        </button>
        {choicesOf(block).length > 1 && (
          <a href={`${passage}/amendment`}>{say('choose-others', { unit: unitOf(block) })}</a>
        )}
      </div>
    </form>
  )
}

function CurrentOrPreview({ frame, report, proposal, current, preview }: RewriteProps) {
  const say = words(frame.locale)
  if (!preview) {
    return (
      <section aria-labelledby="current-title">
        <h2 id="current-title">{say('current-wording')}</h2>
        <p class="redline" {...inLanguage(report.lang)}>
          {cellsInLine(current)}
        </p>
      </section>
    )
  }
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{say('preview-title')}</h2>
      <Redline locale={frame.locale} lang={report.lang} before={current} after={proposal.wording} />
    </section>
  )
}

function Hidden({ name, value }: { name: string; value: string }): Child {
  return <input type="hidden" name={name} value={value} />
}

function fieldProblems(props: AmendmentPageProps) {
  return (field: string) => {
    const problem = props.problems.find((problem) => fields[problem] === field)
    return problem && sayProblem(props, problem)
  }
}

function sayProblem(props: AmendmentPageProps, problem: AmendmentProblem): string {
  const say = words(props.frame.locale)
  switch (problem) {
    case 'no-sentence-chosen':
    case 'sentences-not-consecutive':
      return say(problem, { unit: unitOf(props.block) })
    case 'sent-already':
      return say(problem, { number: props.published ?? 0 })
    default:
      return say(problem)
  }
}
