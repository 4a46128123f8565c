import type { Child } from 'hono/jsx'
import { inLanguage, sayDateTime, type Locale } from '../platform/messages.ts'
import { type PlacedBlock, type Report, stepTo } from '../reports/index.ts'
import { topicAddresses } from '../topics/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { cellsInLine, Redline } from '../ui/redline.tsx'
import { placesOf, trimWords, unitOf } from './choices.ts'
import { BothSides, type Sides } from './both-sides.tsx'
import { Byline } from './byline.tsx'
import { ContentView } from './content-view.tsx'
import {
  isAmendment,
  isEmptied,
  isOpen,
  type Amendment,
  type Contribution,
} from './contribution.ts'
import { nameOf } from './place-parts.tsx'
import { SupportPart, type SupportFacts } from './support-part.tsx'
import { Thread, type ThreadPage } from './thread.tsx'
import { words } from './words.ts'

export const deeds = [
  'revised',
  'withdrawn',
  'supported',
  'support-withdrawn',
  'withheld',
  'cut',
  'published',
  'undone',
] as const
export const refusals = [
  'own-contribution',
  'not-published',
  'topic-closed',
  'settled',
  'too-many-supports',
] as const

type Props = {
  frame: Frame
  report: Report
  contribution: Contribution
  /** What it answers. */
  replyTo: Contribution | null
  /** The block as it stood in the edition that was read. */
  block: PlacedBlock | null
  supports: SupportFacts
  sides: Sides
  thread: ThreadPage
  may: Record<'reply' | 'revise' | 'withdraw' | 'support' | 'endSupport' | 'flag', boolean>
  done: (typeof deeds)[number] | null
  /** The key of the form that its revision came with. */
  received: string | null
  refused: (typeof refusals)[number] | null
  panels: Child[]
}

/** One contribution: its words, what it is about, its answer, what it changed, what was said of it. */
export function ContributionPage(props: Props) {
  const { frame, report, contribution, done, refused, thread, panels } = props
  const { locale } = frame
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  const name = nameOf(locale, contribution)
  return (
    <Layout frame={frame} title={name}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: `${here}/contributions`, label: say('all-contributions') },
        ]}
      />
      <DoneNotice sentence={done && say(`done-${done}`)} received={props.received} />
      {refused && (
        <p class="notice refused" role="alert">
          {say(`refused-${refused}`)}
        </p>
      )}
      <h1>{name}</h1>
      <p class="byline">
        <Byline contribution={contribution} locale={locale} precise />
      </p>
      <SpokenOf {...props} />
      <Said {...props} />
      <FlagLink {...props} />
      <OwnActs {...props} />
      {panels}
      <BothSides locale={locale} sides={props.sides} />
      <Thread locale={locale} thread={thread} root={contribution} mayReply={props.may.reply} />
    </Layout>
  )
}

/** Its words while they are public; afterwards what became of it. */
function Said({ frame, report, contribution, supports, may }: Props) {
  const { locale } = frame
  const say = words(locale)
  const { state, withdrawnAt } = contribution
  if (state === 'withheld') return null
  // Files that were taken back are served to nobody: a picture of them would be a broken one.
  const { attachments } = contribution
  const readable = withdrawnAt ? { ...contribution, attachments: [] } : contribution
  const shown = (
    <>
      {isAmendment(contribution) && (
        <Redline
          locale={locale}
          lang={report.lang}
          before={trimWords(contribution.passage.exact)}
          after={contribution.content.wording}
        />
      )}
      <ContentView locale={locale} contribution={readable} level={2} />
    </>
  )
  if (isEmptied(contribution)) return <p class="notice">{say('words-erased')}</p>
  if (withdrawnAt) {
    return (
      <>
        <p class="notice">
          {say('was-withdrawn', { date: withdrawnAt ? sayDateTime(locale, withdrawnAt) : '' })}
        </p>
        <details>
          <summary>{say('what-it-said')}</summary>
          {shown}
          {attachments.length > 0 && (
            <p class="fine">
              {say('files-withdrawn', { count: attachments.length })}{' '}
              <bdi>{attachments.map(({ name }) => name).join(', ')}</bdi>
            </p>
          )}
        </details>
      </>
    )
  }
  return (
    <>
      <div class={`said ${contribution.kind}`}>{shown}</div>
      <Revised locale={locale} contribution={contribution} />
      {state === 'published' && (
        <SupportPart locale={locale} contribution={contribution} supports={supports} may={may} />
      )}
    </>
  )
}

function Revised({ locale, contribution }: { locale: Locale; contribution: Contribution }) {
  const { number, revision, revisedAt } = contribution
  if (revision === 1) return null
  const say = words(locale)
  return (
    <p class="fine">
      {say('was-revised', { date: sayDateTime(locale, revisedAt) })}{' '}
      <a href={`/${locale}/contributions/${number}/revisions`}>{say('see-revisions')}</a>
    </p>
  )
}

/** What it is about, in the edition that was read. */
function SpokenOf({ frame, report, contribution, replyTo, block }: Props) {
  const { locale } = frame
  const say = words(locale)
  const { passage, topic, editionNumber } = contribution
  if (replyTo) {
    return (
      <p>
        {say('in-reply-to-before')}{' '}
        <a href={`/${locale}/contributions/${replyTo.number}`}>{nameOf(locale, replyTo)}</a>
      </p>
    )
  }
  if (topic) {
    return (
      <p>
        {say('on-topic')}{' '}
        <a href={topicAddresses(locale, report).topic(topic)} {...inLanguage(report.lang)}>
          {topic.title}
        </a>
      </p>
    )
  }
  if (!passage || !block) {
    return <p>{say('on-report', { edition: editionNumber ?? 0 })}</p>
  }
  const href = `/${locale}/reports/${report.slug}/passages/${passage.blockId}?edition=${passage.editionNumber}`
  if (isAmendment(contribution))
    return <OnSentences locale={locale} amendment={contribution} block={block} href={href} />
  return (
    <figure class="spoken-of">
      <figcaption>
        {say('on-passage', { edition: passage.editionNumber })}{' '}
        <a href={href}>{say('its-passage')}</a>
      </figcaption>
      <blockquote {...inLanguage(report.lang)}>
        <p>{cellsInLine(trimWords(passage.exact))}</p>
      </blockquote>
    </figure>
  )
}

/** For what everybody can read, but its author. */
function FlagLink({ frame, contribution, may }: Props) {
  if (!may.flag) return null
  const { number } = contribution
  return (
    <p class="fine">
      <a href={`/${frame.locale}/contributions/${number}/flag`} rel="nofollow">
        {words(frame.locale)('flag', { number })}
      </a>
    </p>
  )
}

type OnProps = { locale: Locale; amendment: Amendment; block: PlacedBlock; href: string }

function OnSentences({ locale, amendment, block, href }: OnProps) {
  const say = words(locale)
  const places = placesOf(block, amendment.base.sentences)
  return (
    <p class="fine">
      {say('on-sentences', {
        unit: unitOf(block),
        count: places.length,
        sentences: places.join(', '),
        edition: amendment.editionNumber,
      })}{' '}
      <a href={href}>{say('its-passage')}</a>
    </p>
  )
}

function OwnActs({ frame, contribution, may }: Props) {
  if (!may.revise && !may.withdraw) return null
  const say = words(frame.locale)
  const here = `/${frame.locale}/contributions/${contribution.number}`
  return (
    <nav class="actions" aria-label={say('own-acts')}>
      {may.revise && <a href={`${here}/revision`}>{say('revise')}</a>}
      {may.withdraw && isOpen(contribution) && <a href={`${here}/withdrawal`}>{say('withdraw')}</a>}
      <a href={`${here}/receipt`}>{say('see-receipts')}</a>
    </nav>
  )
}
