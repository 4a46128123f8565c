import { Byline, keyOf, nameOf, type Contribution } from '../contributions/index.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { closenessOf, type Piece } from './alike.ts'
import type { Likely } from './gather-alike.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  contribution: Contribution
  own: readonly Piece[]
  likely: readonly Likely[]
  /** The group that it is in. */
  group: { id: number; title: string } | null
}

/** What is like one contribution, for editors to read and to tick. */
export function AlikePage({ frame, report, contribution, own, likely, group }: Props) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const { number, kind, lang } = contribution
  const title = say('alike-title', { kind: keyOf(kind), number })
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: there.queue, label: say('queue') },
          { href: there.kept, label: say('groups') },
        ]}
      />
      <h1>{title}</h1>
      <p>{say('workshop-lead')}</p>
      <section aria-labelledby="its-words">
        <h2 id="its-words">
          <a href={`/${locale}/contributions/${number}`}>{say('its-words')}</a>
        </h2>
        <InGroup {...{ frame, report, group }} />
        <p class="alike-words" lang={lang} dir="auto">
          <Marked pieces={own} />
        </p>
        <p class="byline">
          <Byline contribution={contribution} locale={locale} />
        </p>
      </section>
      <section aria-labelledby="alike">
        <h2 id="alike">{say('alike-listed', { count: likely.length })}</h2>
        {likely.length === 0 ? (
          <p class="empty">{say('none-alike')}</p>
        ) : (
          <form method="get" action={there.making}>
            <p class="hint">{say('marked-hint')}</p>
            <input type="hidden" name="c" value={String(number)} />
            <ul class="contributions queue">
              {likely.map((one) => (
                <LikelyItem {...{ frame, report, one }} />
              ))}
            </ul>
            <div class="actions at-hand">
              <button type="submit">{say('group-chosen')}</button>
            </div>
          </form>
        )}
      </section>
    </Layout>
  )
}

type ItemProps = Pick<Props, 'frame' | 'report'> & { one: Likely }

function LikelyItem({ frame, report, one }: ItemProps) {
  const { locale } = frame
  const say = words(locale)
  const { contribution, likeness, pieces, samePassage, group } = one
  const name = nameOf(locale, contribution)
  return (
    <li>
      <input
        type="checkbox"
        name="c"
        value={String(contribution.number)}
        aria-label={say('choose', { what: name })}
      />
      <div>
        <a href={`/${locale}/contributions/${contribution.number}`}>{name}</a>{' '}
        <span class="likeness">{say(`likeness-${closenessOf(likeness)}`)}</span>
        {samePassage && ` · ${say('same-passage')}`}
        {contribution.settledAt && ` · ${say('has-answer')}`}
        <InGroup {...{ frame, report, group }} />
        <p class="alike-words" lang={contribution.lang} dir="auto">
          <Marked pieces={pieces} />
        </p>
        <p class="byline">
          <Byline contribution={contribution} locale={locale} />
        </p>
      </div>
    </li>
  )
}

function InGroup({ frame, report, group }: Pick<Props, 'frame' | 'report' | 'group'>) {
  if (!group) return null
  return (
    <p class="fine in-group">
      {words(frame.locale)('in-group')}{' '}
      <a href={addressesOf(frame.locale, report).keeping(group.id)} lang={report.lang}>
        {group.title}
      </a>
    </p>
  )
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, shared }) => (shared ? <mark>{text}</mark> : text))}</>
}
