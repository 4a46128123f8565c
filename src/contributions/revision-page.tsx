import { AttachmentFields, attachmentsOf, type AttachedForm } from '../attachments/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { type PlacedBlock, type Report, stepTo } from '../reports/index.ts'
import { TrapField } from '../spam/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { cellsInLine, Redline } from '../ui/redline.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { WordingField } from './amendment-page.tsx'
import { trimWords, unitOf } from './choices.ts'
import { ContentView } from './content-view.tsx'
import { keptContent } from './content.ts'
import type { Contribution } from './contribution.ts'
import { FirstButton, Hidden, WordsFields } from './form-parts.tsx'
import type { ModerationSetting } from './hold-store.ts'
import { KeepTyped } from './keep-typed.tsx'
import { LiveRedline } from './live-redline.tsx'
import { nameOf } from './place-parts.tsx'
import type { ReviseProblem, Revising } from './revise-contribution.ts'
import { problemOf, sayProblems } from './say-problem.ts'
import { SignsNotice } from './signs-notice.tsx'
import { ReadFirst } from './read-first.tsx'
import { words } from './words.ts'

/** What is typed, the revision that it would take the place of, and the key that its form is known again by. */
export type ShownRevision = Omit<Revising, 'number'> & { key: string; attached: AttachedForm }

type Props = {
  frame: Frame
  report: Report
  contribution: Contribution
  /** Of an amendment: the block as it was read. */
  block: PlacedBlock | null
  revising: ShownRevision
  problems: (ReviseProblem | 'signed-out')[]
  preview: boolean
  /** It answers a form that was sent. */
  sent: boolean
  writer: string
  moderation: ModerationSetting
  /** When the next version will be received. */
  notBefore?: Date | undefined
}

/** Revising one's own words; the ones that were published stay in the history. */
export function RevisionPage(props: Props) {
  const { frame, report, contribution, block, problems } = props
  const { locale } = frame
  const say = words(locale)
  const name = nameOf(locale, contribution)
  const title = say('revise-title', { what: name })
  const unit = block ? unitOf(block) : ('sentence' as const)
  const { attached } = props.revising
  const facts = { locale, unit, notBefore: props.notBefore ?? null, attached }
  return (
    <Layout
      frame={frame}
      title={problems.length > 0 ? say('refused-title', { title }) : title}
      script="contributing"
    >
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: `/${locale}/contributions/${contribution.number}`, label: name },
        ]}
      />
      <ErrorSummary locale={locale} problems={sayProblems(problems, facts)} />
      <h1>{title}</h1>
      {problems.includes('signed-out') && <SignInAgain locale={locale} />}
      {problems.includes('revised-meanwhile') && <NowPublished {...props} />}
      <p>{say('revise-lead')}</p>
      <ReadFirst locale={locale} moderation={props.moderation} />
      <RevisionForm {...props} problemOf={problemOf(problems, facts)} />
    </Layout>
  )
}

type FormProps = Props & { problemOf: (field: string) => string | undefined }

function RevisionForm(props: FormProps) {
  const { frame, contribution, block, revising, problems, preview, sent, writer } = props
  const { number, kind, lang, revision } = contribution
  const say = words(frame.locale)
  const here = `/${frame.locale}/contributions/${number}`
  const read = problems.includes('revised-meanwhile') ? revision : revising.read
  return (
    <form
      method="post"
      action={`${here}/revisions`}
      enctype="multipart/form-data"
      class="stacked"
      id="form"
    >
      <FirstButton locale={frame.locale} />
      <KeepTyped locale={frame.locale} writer={writer} safe={!sent} />
      <Hidden name="revision" value={String(read)} />
      <Hidden name="key" value={revising.key} />
      <TrapField locale={frame.locale} />
      {preview && <Preview {...props} />}
      {kind === 'amendment' && block && (
        <>
          {!preview && <Replaced {...props} />}
          <WordingAnew {...props} block={block} />
        </>
      )}
      <WordsFields
        locale={frame.locale}
        kind={kind}
        typed={revising.typed}
        lang={lang}
        problemOf={props.problemOf}
      />
      <AttachmentFields locale={frame.locale} attached={revising.attached} lang={lang} />
      <div class="actions">
        {preview && (
          <button type="submit" name="step" value="publish">
            {say('publish-revision')}
          </button>
        )}
        <button class={preview ? 'quiet' : undefined} type="submit" name="step" value="preview">
          {say(preview ? 'preview-again' : 'preview')}
        </button>
        <a href={here}>{say('leave-as-is')}</a>
      </div>
    </form>
  )
}

function WordingAnew(props: FormProps & { block: PlacedBlock }) {
  const { frame, report, contribution, block, revising } = props
  return (
    <>
      <WordingField
        frame={frame}
        place={{ report, block }}
        wording={revising.wording}
        problem={props.problemOf('wording')}
      />
      <LiveRedline
        locale={frame.locale}
        lang={report.lang}
        current={trimWords(contribution.passage?.exact ?? '')}
        unit={unitOf(block)}
      />
    </>
  )
}

/** The words of the report that the amendment is about. */
function Replaced({ frame, report, contribution }: Props) {
  if (!contribution.passage) return null
  return (
    <section aria-labelledby="current-title">
      <h2 id="current-title">{words(frame.locale)('current-wording')}</h2>
      <p class="redline" {...inLanguage(report.lang)}>
        {cellsInLine(trimWords(contribution.passage.exact))}
      </p>
    </section>
  )
}

function Preview({ frame, report, contribution, revising }: Props) {
  const say = words(frame.locale)
  const { kind, stance, lang, passage } = contribution
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{say('preview-title')}</h2>
      {kind === 'amendment' && passage && (
        <>
          <Redline
            locale={frame.locale}
            lang={report.lang}
            before={trimWords(passage.exact)}
            after={revising.wording}
          />
          <SignsNotice locale={frame.locale} wording={revising.wording} />
        </>
      )}
      <ContentView
        locale={frame.locale}
        contribution={{
          kind,
          stance,
          lang,
          content: keptContent(kind, revising.typed),
          attachments: attachmentsOf(revising.attached.items),
        }}
      />
      <p class="fine">{say('not-published-yet')}</p>
    </section>
  )
}

/** What another window published meanwhile, to be compared with what was typed here. */
function NowPublished({ frame, report, contribution }: Props) {
  const { wording } = contribution.content
  return (
    <section class="spoken-of" aria-labelledby="now-title">
      <h2 id="now-title">{words(frame.locale)('now-published')}</h2>
      {wording !== null && <p {...inLanguage(report.lang)}>{cellsInLine(wording)}</p>}
      <ContentView locale={frame.locale} contribution={contribution} />
    </section>
  )
}
