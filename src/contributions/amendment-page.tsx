import type { Child } from 'hono/jsx'
import { inLanguage } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Redline } from '../ui/redline.tsx'
import { startOf, type Edition, type PlacedBlock, type Report } from '../reports/index.ts'
import type { AmendmentProblem, Proposal } from './contribution.ts'
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
}

const fields: Record<AmendmentProblem, 'sentences' | 'wording' | 'body'> = {
  'no-sentence-chosen': 'sentences',
  'sentences-not-consecutive': 'sentences',
  'no-wording': 'wording',
  'wording-unchanged': 'wording',
  'wording-too-long': 'wording',
  'no-body': 'body',
  'body-too-long': 'body',
}

/** Amending in steps that need no script: tick sentences, rewrite them, look at the redline, publish. */
export function AmendmentPage(props: AmendmentPageProps) {
  const { frame, report, block, problems, current, preview } = props
  const say = words(frame.locale)
  const passage = `/${frame.locale}/reports/${report.slug}/passages/${block.id}`
  const sentences = problems.map((problem) => ({ field: fields[problem], sentence: say(problem) }))
  return (
    <Layout frame={frame} title={say('amend-title', { start: startOf(block) })}>
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
      {current === null ? (
        <ChooseSentences {...props} action={`${passage}/amendment`} />
      ) : (
        <Rewrite {...props} current={current} passage={passage} />
      )}
      {preview && <p class="fine">{say('not-published-yet')}</p>}
    </Layout>
  )
}

function ChooseSentences({
  frame,
  report,
  block,
  proposal,
  action,
}: AmendmentPageProps & { action: string }) {
  const say = words(frame.locale)
  return (
    <form method="get" action={action}>
      <fieldset id="sentences">
        <legend>{say('choose-sentences')}</legend>
        <p class="hint">{say('choose-sentences-hint')}</p>
        {block.sentences.map(({ n, start, end }) => (
          <label class="choice">
            <input
              type="checkbox"
              name="sentence"
              value={n}
              checked={proposal.sentences.includes(n)}
            />
            <span {...inLanguage(report.lang)}>{block.text.slice(start, end).trim()}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" name="step" value="rewrite">
        {say('rewrite-them')}
      </button>
    </form>
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
        hint={say('wording-hint')}
        problem={problemOf('wording')}
      >
        {(described) => (
          <textarea {...described} name="wording" rows={8} {...inLanguage(report.lang)} required>
            {proposal.wording}
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
        {block.sentences.length > 1 && <a href={`${passage}/amendment`}>{say('choose-others')}</a>}
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
          {current}
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

function fieldProblems({ frame, problems }: AmendmentPageProps) {
  const say = words(frame.locale)
  return (field: string) => {
    const problem = problems.find((problem) => fields[problem] === field)
    return problem && say(problem)
  }
}
