import { keyOf } from '../contributions/index.ts'
import { stepTo } from '../reports/index.ts'
import type { Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { addressesOf } from './addresses.ts'
import { isOver } from './answer.ts'
import { AlsoOnThese } from './also-here.tsx'
import { AnswerFields, isWhole } from './answer-fields.tsx'
import { ByHand } from './by-hand.tsx'
import type { AnswerProps, ShownProblem } from './answer-props.ts'
import { SaidArticle } from './answered-parts.tsx'
import { addressOfAbout } from './find-about.ts'
import type { Group } from './gather-group.ts'
import { RivalsToAnswer } from './rivals-view.tsx'
import { sayProblem } from './say-problem.ts'
import { TogetherView } from './together-view.tsx'
import { TypedBefore } from './typed-before.tsx'
import { words } from './words.ts'

/** Answering: what each contribution says and where it stands, then one decision and its reason for all. */
export function AnswerPage(props: AnswerProps) {
  const { frame, report, group, form, problems } = props
  const { locale } = frame
  const say = words(locale)
  const { answers, backTo } = addressesOf(locale, report)
  const title = titleOf(locale, group)
  // Where nothing is left to answer, there are no fields to lead to.
  const whole = isWhole(props)
  const summary = problems.map((shown) => ({
    field: group.said.length === 0 ? 'answering' : fieldOf(shown, whole),
    sentence: sayProblem(locale, shown, group),
  }))
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: backTo(form.back), label: say('queue') }]}
      />
      <ErrorSummary locale={locale} problems={summary} />
      <h1 id="answering">{title}</h1>
      {problems.some(({ problem }) => problem === 'signed-out') && <SignInAgain locale={locale} />}
      {group.said.length === 0 ? (
        <NothingLeft {...props} />
      ) : (
        <form method="post" action={answers} class="stacked">
          {form.back && <input type="hidden" name="back" value={form.back} />}
          <GivenTo {...props} />
          {group.said.map((said) => (
            <SaidArticle {...props} one={said} />
          ))}
          <RivalsToAnswer {...props} />
          <TogetherView {...props} />
          <AlsoOnThese {...props} />
          <ByHand {...props} />
          <TypedBefore {...props} />
          <AnswerFields {...props} />
        </form>
      )}
    </Layout>
  )
}

/** That it is an answer to a group or a controversy as a whole. */
function GivenTo({ frame, report, about }: AnswerProps) {
  if (!about) return null
  const { kind, id } = about.about
  return (
    <p class="notice">
      <input type="hidden" name={kind} value={String(id)} />
      {words(frame.locale)('given-to', { kind })}{' '}
      <a href={addressOfAbout(frame.locale, report, about.about)} lang={report.lang}>
        {about.title}
      </a>
    </p>
  )
}

function titleOf(locale: Locale, { said }: Group): string {
  const say = words(locale)
  const [only, ...others] = said
  if (!only) return say('answer')
  if (others.length > 0) return say('answer-together', { count: said.length })
  const { kind, number } = only.contribution
  return say('answer-title', { kind: keyOf(kind), number })
}

/** What was typed for contributions that have no answer to get any more: it can be copied from here. */
function NothingLeft(props: AnswerProps) {
  const { frame, report, form } = props
  const say = words(frame.locale)
  return (
    <>
      <TypedBefore {...props} />
      <Typed title={say('typed-reason')} text={form.reason} />
      <p>
        <a class="button" href={addressesOf(frame.locale, report).backTo(form.back)}>
          {say('back-to-queue')}
        </a>
      </p>
    </>
  )
}

function Typed({ title, text }: { title: string; text: string }) {
  if (text === '') return null
  return (
    <section>
      <h2>{title}</h2>
      <p class="redline">{text}</p>
    </section>
  )
}

const fields: Partial<Record<ShownProblem['problem'], string>> = {
  'nothing-chosen': 'answering',
  'too-many': 'answering',
  'about-gone': 'answering',
  'no-decision': 'decision-accepted',
  'no-reason': 'reason',
  'reason-too-long': 'reason',
  'signed-out': 'signed-out',
  'several-passages': 'decision-accepted-in-part',
}

function fieldOf(shown: ShownProblem, whole: boolean): string {
  if (shown.number === null) return fields[shown.problem] ?? (whole ? 'whole' : 'wording')
  return isOver(shown) ? 'answering' : `c-${shown.number}`
}
