import { AttachmentFields } from '../attachments/index.ts'
import { inLanguage, languageTags } from '../platform/messages.ts'
import { startOf, type PlacedBlock, type Report } from '../reports/index.ts'
import { TrapField } from '../spam/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { cellsInLine, Redline } from '../ui/redline.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { CharactersLeft } from './characters-left.tsx'
import { choicesOf, unitOf } from './choices.ts'
import { ChooseSentences, TypedBefore } from './choose-sentences.tsx'
import { limits } from './content.ts'
import type { Place } from './find-place.ts'
import type { Voice } from './find-voice.ts'
import {
  FirstButton,
  FormActions,
  Hidden,
  LanguageField,
  WaitingDraft,
  WordsFields,
} from './form-parts.tsx'
import { KeepTyped } from './keep-typed.tsx'
import { LiveRedline } from './live-redline.tsx'
import { stepsOf } from './place-parts.tsx'
import { isSafe, type ShownForm } from './receive-form.ts'
import { showRows } from './rows.ts'
import { problemOf, sayProblems } from './say-problem.ts'
import { SignsNotice } from './signs-notice.tsx'
import { VoiceFields } from './speaker-field.tsx'
import { ReadFirst } from './read-first.tsx'
import { words } from './words.ts'

export type AmendmentPageProps = {
  frame: Frame
  place: Place & { block: PlacedBlock }
  shown: ShownForm
  /** The words that the proposal would replace; null until sentences are chosen. */
  current: string | null
  writer: string
  voice: Voice
}

/** Amending in steps that need no script: tick sentences, rewrite them, look at the redline, publish. */
export function AmendmentPage(props: AmendmentPageProps) {
  const { frame, place, shown, current } = props
  const { report, block } = place
  const say = words(frame.locale)
  const passage = `/${frame.locale}/reports/${report.slug}/passages/${block.id}`
  const problems = problemsShown(props)
  const title = say('amend-title', { start: startOf(block) })
  return (
    <Layout
      frame={frame}
      title={problems.length > 0 ? say('refused-title', { title }) : title}
      script="contributing"
    >
      <Breadcrumb locale={frame.locale} steps={stepsOf(frame.locale, place)} />
      <ErrorSummary locale={frame.locale} problems={problems} />
      <h1>{say('amend')}</h1>
      {shown.problems.includes('signed-out') && <SignInAgain locale={frame.locale} />}
      <WaitingDraft locale={frame.locale} href={shown.waiting} />
      {current === null ? (
        <div id="form">
          <ChooseSentences {...props} action={`${passage}/amendment`} />
          <TypedBefore {...props} />
        </div>
      ) : (
        <Rewrite {...props} current={current} passage={passage} />
      )}
    </Layout>
  )
}

/** While sentences are still to be chosen, what is wrong with the fields that come after has to wait. */
function problemsShown(props: AmendmentPageProps) {
  const problems = sayProblems(props.shown.problems, factsOf(props))
  if (props.current !== null) return problems
  return problems.filter(({ field }) => chosenFirst.has(field))
}

const chosenFirst: ReadonlySet<string> = new Set(['sentences', 'form', 'signed-out'])

function factsOf({ frame, place, shown }: AmendmentPageProps) {
  const { published, notBefore, attached } = shown
  return { locale: frame.locale, unit: unitOf(place.block), published, notBefore, attached }
}

type RewriteProps = AmendmentPageProps & { current: string; passage: string }

function Rewrite(props: RewriteProps) {
  const { frame, place, shown, passage, current, writer, voice } = props
  const { locale } = frame
  const { fields, preview } = shown
  const say = words(locale)
  const { block } = place
  const problem = problemOf(shown.problems, factsOf(props))
  const lang = fields.lang ?? languageTags[locale]
  const common = { locale, kind: 'amendment' as const }
  return (
    <form
      method="post"
      action={`${passage}/amendments`}
      enctype="multipart/form-data"
      class="stacked"
      id="form"
    >
      <FirstButton locale={locale} />
      <KeepTyped locale={locale} writer={writer} safe={isSafe(shown)} />
      <ReadFirst locale={locale} moderation={place.moderation} />
      <Hidden name="edition" value={String(place.edition?.number ?? 0)} />
      <Hidden name="key" value={shown.key} />
      <TrapField locale={frame.locale} />
      {fields.choice.sentences.map((n) => (
        <Hidden name="sentence" value={String(n)} />
      ))}
      <CurrentOrPreview {...props} />
      <WordingField {...props} wording={fields.wording} problem={problem('wording')} />
      <LiveRedline {...{ locale, current }} lang={place.report.lang} unit={unitOf(block)} />
      <WordsFields {...common} typed={fields.typed} lang={lang} problemOf={problem} />
      <LanguageField locale={locale} lang={lang} />
      <VoiceFields
        {...{ locale, voice, shown }}
        name={frame.viewerName}
        problem={problem('speaker-own')}
      />
      <AttachmentFields locale={locale} attached={shown.attached} lang={lang} />
      <FormActions {...common} preview={preview} signedIn={frame.viewerName !== null}>
        {choicesOf(block).length > 1 && (
          <a href={`${passage}/amendment`}>{say('choose-others', { unit: unitOf(block) })}</a>
        )}
      </FormActions>
      {preview && <p class="fine">{say('not-published-yet')}</p>}
      {shown.kept && <p class="fine">{say('draft-is-kept')}</p>}
    </form>
  )
}

type WordingProps = {
  frame: Frame
  place: { report: Report; block: PlacedBlock }
  wording: string
  problem: string | undefined
}

/** The new wording, with the one of the report to start from. */
export function WordingField({ frame, place, wording, problem }: WordingProps) {
  const say = words(frame.locale)
  const unit = unitOf(place.block)
  return (
    <FormField
      id="wording"
      label={say('wording')}
      hint={say('wording-hint', { unit, limit: limits.wording })}
      problem={problem}
    >
      {(described) => (
        <>
          {' '}
          <textarea
            {...described}
            name="wording"
            rows={8}
            {...inLanguage(place.report.lang)}
            required
          >
            {unit === 'row' ? showRows(wording) : wording}
          </textarea>
          <CharactersLeft locale={frame.locale} id="wording" limit={limits.wording} />
        </>
      )}
    </FormField>
  )
}

function CurrentOrPreview({ frame, place, shown, current }: RewriteProps) {
  const say = words(frame.locale)
  const { lang } = place.report
  if (!shown.preview) {
    return (
      <section aria-labelledby="current-title">
        <h2 id="current-title">{say('current-wording')}</h2>
        <p class="redline" {...inLanguage(lang)}>
          {cellsInLine(current)}
        </p>
      </section>
    )
  }
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{say('preview-changes-title')}</h2>
      <Redline locale={frame.locale} lang={lang} before={current} after={shown.fields.wording} />
      <SignsNotice locale={frame.locale} wording={shown.fields.wording} />
    </section>
  )
}
