import type { Child } from 'hono/jsx'
import { ContributionList, type ListedContribution } from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { addressesOf } from './addresses.ts'
import type { Controversy, ControversyAct, Position } from './controversy.ts'
import { History } from './history.tsx'
import { HoldersFigure } from './holders.tsx'
import { Settled } from './settled.tsx'
import type { Holders } from './store.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  controversy: Controversy
  /** What argues each position, by the position's number. */
  argued: ReadonlyMap<number, ListedContribution[]>
  holders: readonly Holders[]
  acts: readonly ControversyAct[]
  mayKeep: boolean
  /** Its answer. */
  panels: Child[]
}

/** A question on which contributions differ: the positions, who argues each and from which side, how it was settled. */
export function ControversyPage(props: Props) {
  const { frame, report, controversy, argued, holders, acts, mayKeep, panels } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const { id, question, lead, state, positions } = controversy
  const hasStances = [...argued.values()].flat().some(({ contribution }) => contribution.stance)
  return (
    <Layout frame={frame} title={question}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.pages, label: say('controversies') }]}
      />
      <h1 {...inLanguage(report.lang)}>{question}</h1>
      <p class="byline">{say('state', { number: id, state })}</p>
      {mayKeep && (
        <p class="actions">
          <a class="button quiet" href={there.keeping(id)}>
            {say('open-kept')}
          </a>
        </p>
      )}
      {lead && <Markdown source={lead} lang={report.lang} level={3} />}
      <HowSettled {...props} />
      <section aria-labelledby="positions">
        <h2 id="positions">{say('positions', { count: positions.length })}</h2>
        <HoldersFigure {...{ locale, controversy, holders }} lang={report.lang} />
        {hasStances && <p class="fine">{say('stance-note')}</p>}
        {positions.map((position) => (
          <PositionView {...props} position={position} />
        ))}
      </section>
      {panels}
      <History {...{ locale, report, acts }} />
    </Layout>
  )
}

function HowSettled({ frame: { locale }, report, controversy, acts }: Props) {
  const last = acts.findLast(({ settlement }) => settlement)?.settlement
  if (controversy.state !== 'settled' || !last) return null
  return (
    <section class="preview" aria-labelledby="settled">
      <h2 id="settled">{words(locale)('how-settled')}</h2>
      <Settled {...{ locale, report }} settlement={last} />
    </section>
  )
}

function PositionView({
  frame: { locale },
  report,
  argued,
  position,
}: Props & { position: Position }) {
  const say = words(locale)
  const listed = argued.get(position.position) ?? []
  const open = listed.filter(({ contribution }) => contribution.state === 'published').length
  return (
    <section class="position" aria-labelledby={`position-${position.position}`}>
      <h3 id={`position-${position.position}`}>
        {say('position-short', { number: position.position })}{' '}
        <span {...inLanguage(report.lang)}>{position.statement}</span>
      </h3>
      <p class="fine">
        {say('argued-by', { count: open })}
        {listed.length > open && ` ${say('of-which-hidden', { count: listed.length - open })}`}
      </p>
      {listed.length > 0 && <ContributionList locale={locale} listed={listed} />}
    </section>
  )
}
