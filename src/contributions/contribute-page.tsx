import { AttachmentFields, attachmentsOf } from '../attachments/index.ts'
import { inLanguage, languageTags } from '../platform/messages.ts'
import { isBlank } from '../text/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SpokenOf, stepsOf, titleOfPlace } from './place-parts.tsx'
import { TrapField } from '../spam/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { cellsInLine } from '../ui/redline.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { withChoice } from './choice-address.ts'
import { ChoosePart } from './choose-part.tsx'
import { TypedBefore } from './choose-sentences.tsx'
import { ContentView } from './content-view.tsx'
import { keptContent } from './content.ts'
import { keyOf, kindsFor, type ContributionKind } from './contribution.ts'
import { targetKindOf, type Place } from './find-place.ts'
import {
  FirstButton,
  FormActions,
  Hidden,
  LanguageField,
  StanceField,
  WaitingDraft,
  WordsFields,
} from './form-parts.tsx'
import { KeepTyped } from './keep-typed.tsx'
import { isSafe, type FormProblem, type ShownForm } from './receive-form.ts'
import { isAskedLater, problemOf, sayProblems } from './say-problem.ts'
import type { Voice } from './find-voice.ts'
import { VoiceFields } from './speaker-field.tsx'
import { ReadFirst } from './read-first.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  place: Place
  shown: ShownForm
  /** Where the form is got, and where it is sent. */
  here: string
  receiver: string
  writer: string
  voice: Voice
}

/** Contributing in steps that need no script: choose a kind, write, look at it, publish. */
export function ContributePage(props: Props) {
  const { frame, place, shown } = props
  const say = words(frame.locale)
  const { kind } = shown.fields
  const { published, notBefore, attached } = shown
  const facts = { locale: frame.locale, published, notBefore, attached }
  const title = kind ? say('write-kind', { kind: keyOf(kind) }) : say('contribute')
  const problems = kind ? shown.problems : problemsOfKind(shown.problems)
  const about = say('title-about', { title, what: titleOfPlace(frame.locale, place) })
  return (
    <Layout
      frame={frame}
      title={problems.length > 0 ? say('refused-title', { title: about }) : about}
      script="contributing"
    >
      <Breadcrumb locale={frame.locale} steps={stepsOf(frame.locale, place)} />
      <ErrorSummary locale={frame.locale} problems={sayProblems(problems, facts)} />
      <h1>{title}</h1>
      {shown.problems.includes('signed-out') && <SignInAgain locale={frame.locale} />}
      <WaitingDraft locale={frame.locale} href={shown.waiting} />
      <SpokenOf locale={frame.locale} place={place} />
      <ReadFirst locale={frame.locale} moderation={place.moderation} />
      {kind ? <ContributionForm {...props} kind={kind} /> : <ChooseKind {...props} />}
    </Layout>
  )
}

/** Where a kind has to be chosen first: what is wrong with fields that come later is said later. */
function problemsOfKind(all: readonly FormProblem[]): FormProblem[] {
  const here = all.filter((one) => !isAskedLater(one))
  return all.length > 0 && here.length === 0 ? ['no-kind'] : here
}

/** What was typed without a kind that can be said here stays: it can be copied from the page. */
function ChooseKind(props: Props) {
  return (
    <div id="form">
      <WordsChosen {...props} />
      <KindList {...props} />
      <TypedBefore {...props} />
    </div>
  )
}

/** The exact words that will be spoken of, where an address brought them. */
function WordsChosen({ frame, place, shown }: Props) {
  const chosen = shown.fields.choice.words
  if (!place.block || isBlank(chosen)) return null
  return (
    <p>
      {words(frame.locale)('words-chosen')}{' '}
      <mark {...inLanguage(place.report.lang)}>{cellsInLine(chosen)}</mark>
    </p>
  )
}

/** What one can say here, each in a sentence. */
function KindList({ frame, place, shown, here }: Props) {
  const say = words(frame.locale)
  const { choice } = shown.fields
  const passage =
    place.block && `/${frame.locale}/reports/${place.report.slug}/passages/${place.block.id}`
  return (
    <ul class="kinds" id="kind">
      {kindsFor(targetKindOf(place)).map((kind) => (
        <li class={`kind ${kind}`}>
          <a
            href={withChoice(
              kind === 'amendment' ? `${passage}/amendment` : `${here}?kind=${kind}`,
              choice,
            )}
          >
            {say('kind', { kind: keyOf(kind) })}
          </a>
          <p class="hint">{say('kind-hint', { kind: keyOf(kind) })}</p>
        </li>
      ))}
    </ul>
  )
}

function ContributionForm(props: Props & { kind: ContributionKind }) {
  const { frame, place, shown, here, receiver, writer, kind, voice } = props
  const { locale } = frame
  const say = words(locale)
  const { fields, problems, preview, key } = shown
  const lang = fields.lang ?? languageTags[locale]
  const problem = problemOf(problems, {
    locale,
    published: shown.published,
    notBefore: shown.notBefore,
  })
  return (
    <form method="post" action={receiver} enctype="multipart/form-data" class="stacked" id="form">
      <FirstButton locale={locale} />
      <KeepTyped locale={locale} writer={writer} safe={isSafe(shown)} />
      <Hidden name="kind" value={kind} />
      <Hidden name="edition" value={String(place.edition?.number ?? 0)} />
      <Hidden name="key" value={key} />
      <TrapField locale={locale} />
      {preview && <Preview frame={frame} kind={kind} shown={shown} lang={lang} />}
      {place.block && (
        <ChoosePart
          locale={locale}
          report={place.report}
          block={place.block}
          choice={fields.choice}
          problemOf={problem}
        />
      )}
      {kind === 'argument' && (
        <StanceField locale={locale} stance={fields.stance} problem={problem('stance-for')} />
      )}
      <WordsFields
        locale={locale}
        kind={kind}
        typed={fields.typed}
        lang={lang}
        problemOf={problem}
      />
      <LanguageField locale={locale} lang={lang} />
      <VoiceFields
        {...{ locale, voice, shown }}
        name={frame.viewerName}
        problem={problem('speaker-own')}
      />
      <AttachmentFields locale={locale} attached={shown.attached} lang={lang} />
      <FormActions
        locale={locale}
        kind={kind}
        preview={preview}
        signedIn={frame.viewerName !== null}
      >
        <a href={withChoice(here, fields.choice)}>{say('other-kind')}</a>
      </FormActions>
      {shown.kept && <p class="fine">{say('draft-is-kept')}</p>}
    </form>
  )
}

type PreviewProps = { frame: Frame; kind: ContributionKind; shown: ShownForm; lang: string }

/** As it will read once it is published. */
function Preview({ frame, kind, shown, lang }: PreviewProps) {
  const say = words(frame.locale)
  const { stance, typed } = shown.fields
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{say('preview-title')}</h2>
      <ContentView
        locale={frame.locale}
        contribution={{
          kind,
          stance,
          lang,
          content: keptContent(kind, typed),
          attachments: attachmentsOf(shown.attached.items),
        }}
      />
      <p class="fine">{say('not-published-yet')}</p>
    </section>
  )
}
