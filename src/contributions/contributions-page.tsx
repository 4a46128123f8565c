import type { Child } from 'hono/jsx'
import type { Locale } from '../platform/messages.ts'
import { type PlacedBlock, type Report, stepTo, startOf } from '../reports/index.ts'
import { nameOfPhase, topicAddresses, type TopicSubject } from '../topics/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { StanceMark } from './content-view.tsx'
import { Byline } from './byline.tsx'
import { excerptOf } from './excerpt.ts'
import { keyOf, kinds, type Contribution, type ContributionKind } from './contribution.ts'
import { nameOf } from './place-parts.tsx'
import { words } from './words.ts'

export const orders = ['newest', 'supported'] as const

/** What of a report's contributions is shown, and in which order. */
export type Selection = {
  kind: ContributionKind | null
  /** Number of a phase of the topic. */
  phase: number | null
  order: (typeof orders)[number]
  waiting: boolean
  page: number
}

/** A contribution as a list shows it. */
export type ListedContribution = {
  contribution: Contribution
  /** Given here, and counted where it was imported from. */
  supports: number
  /** Votes where it was imported from. */
  agreed: { agree: number; mixed: number; disagree: number } | null
  replies: number
}

type Props = {
  frame: Frame
  report: Report
  /** Only those on this passage, or on this topic. */
  block: PlacedBlock | null
  topic: TopicSubject | null
  listed: ListedContribution[]
  count: number
  /** Of these, how many were withdrawn or withheld: the report's own count leaves them out. */
  hidden: number
  selection: Selection
  pages: number
  hrefOf: (page: number) => string
}

/** All contributions to a report or to a passage of it, by kind and in order. */
export function ContributionsPage(props: Props) {
  const { frame, report, block, topic, listed, count, hidden, selection, pages, hrefOf } = props
  const say = words(frame.locale)
  const here = `/${frame.locale}/reports/${report.slug}`
  return (
    <Layout frame={frame} title={say('all-contributions')}>
      <Breadcrumb
        locale={frame.locale}
        steps={[
          stepTo(frame.locale, report),
          ...(block
            ? [{ href: `${here}/passages/${block.id}`, label: startOf(block), lang: report.lang }]
            : []),
          ...(topic
            ? [
                {
                  href: topicAddresses(frame.locale, report).topic(topic.topic),
                  label: topic.topic.title,
                  lang: report.lang,
                },
              ]
            : []),
        ]}
      />
      <h1>{say('all-contributions')}</h1>
      <SelectionForm {...props} />
      {block === null && topic === null && (
        <p>
          <a href={`${here}/reading-list`} rel="nofollow">
            {say('read-by-lot')}
          </a>
        </p>
      )}
      <p>
        {say('count-without-replies', { count })}
        {hidden > 0 && ` ${say('of-which-hidden', { count: hidden })}`}
      </p>
      {listed.length === 0 ? (
        <p class="empty">{say(isNarrow(selection) ? 'none-such' : 'none-yet')}</p>
      ) : (
        <ContributionList locale={frame.locale} listed={listed} />
      )}
      <Pagination locale={frame.locale} page={selection.page} pages={pages} hrefOf={hrefOf} />
    </Layout>
  )
}

function isNarrow({ kind, phase, waiting }: Selection): boolean {
  return kind !== null || phase !== null || waiting
}

function SelectionForm({ frame, report, block, topic, selection }: Props) {
  const say = words(frame.locale)
  return (
    <form
      method="get"
      action={`/${frame.locale}/reports/${report.slug}/contributions`}
      class="selection"
    >
      {block && <input type="hidden" name="passage" value={block.id} />}
      {topic && <input type="hidden" name="topic" value={topic.topic.slug} />}
      {topic && topic.phases.length > 1 && <PhaseField {...{ frame, topic, selection }} />}
      <FormField id="kind" label={say('select-kind')}>
        {(described) => (
          <select {...described} name="kind">
            <option value="">{say('every-kind')}</option>
            {kinds.map((kind) => (
              <option value={kind} selected={kind === selection.kind}>
                {say('kind', { kind: keyOf(kind) })}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField id="order" label={say('select-order')}>
        {(described) => (
          <select {...described} name="order">
            {orders.map((order) => (
              <option value={order} selected={order === selection.order}>
                {say(`order-${order}`)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <label class="choice">
        <input type="checkbox" name="waiting" value="1" checked={selection.waiting} />
        <span>{say('only-waiting')}</span>
      </label>
      <button class="quiet" type="submit">
        {say('select')}
      </button>
    </form>
  )
}

type PhaseFieldProps = Pick<Props, 'frame' | 'selection'> & { topic: TopicSubject }

function PhaseField({ frame, topic, selection }: PhaseFieldProps) {
  const say = words(frame.locale)
  return (
    <FormField id="phase" label={say('select-phase')}>
      {(described) => (
        <select {...described} name="phase">
          <option value="">{say('every-phase')}</option>
          {topic.phases.map((phase) => (
            <option value={String(phase.number)} selected={phase.number === selection.phase}>
              {nameOfPhase(frame.locale, phase, topic.phases).text}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

type ListProps = {
  locale: Locale
  listed: ListedContribution[]
  /** What is told above one: that it was written of other words, where it is shown by those that took their place. */
  aboutOf?: (contribution: Contribution) => Child
}

export function ContributionList({ locale, listed, aboutOf }: ListProps) {
  return (
    <ul class="contributions">
      {listed.map((entry) => (
        <ListedItem locale={locale} entry={entry} about={aboutOf?.(entry.contribution)} />
      ))}
    </ul>
  )
}

type ItemProps = { locale: Locale; entry: ListedContribution; about?: Child }

function ListedItem({ locale, entry, about }: ItemProps) {
  const say = words(locale)
  const { contribution, supports, agreed, replies } = entry
  const { number, kind, stance, state, lang, settledAt } = contribution
  const facts = [
    ...(supports > 0 ? [say('supports', { count: supports })] : []),
    ...(agreed ? [sayVotes(locale, agreed)] : []),
    ...(replies > 0 ? [say('replies', { count: replies })] : []),
    ...(settledAt ? [say('has-answer')] : []),
  ]
  return (
    <li class={`kinded ${kind}`}>
      {about}
      <a href={`/${locale}/contributions/${number}`}>{nameOf(locale, contribution)}</a>{' '}
      {stance && <StanceMark locale={locale} stance={stance} />}{' '}
      {state === 'published' ? (
        <span lang={lang} dir="auto">
          {excerptOf(contribution)}
        </span>
      ) : (
        <span class="empty">{say(`now-${state}`)}</span>
      )}
      <p class="byline">
        <Byline contribution={contribution} locale={locale} />
        {facts.map((fact) => (
          <>
            {' · '}
            <span>{fact}</span>
          </>
        ))}
      </p>
    </li>
  )
}

function sayVotes(
  locale: Locale,
  votes: { agree: number; mixed: number; disagree: number },
): string {
  const { agree, mixed, disagree } = votes
  return words(locale)('agreed', { agree, votes: agree + mixed + disagree })
}
