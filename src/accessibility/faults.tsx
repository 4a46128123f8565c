import type { Locale } from '../platform/messages.ts'
import { byParts, type Audit, type Finding } from './audit.ts'
import { sayCriterion, sayDay } from './say.ts'
import { words } from './words.ts'

type Props = { locale: Locale; audit: Audit | null; findings: readonly Finding[] }

/** What does not conform, by criterion; apart from it, what a derogation is claimed for, and what the law exempts. */
export function Faults({ locale, audit, findings }: Props) {
  const say = words(locale)
  if (audit === null) return <p>{say('nothing-known')}</p>
  return (
    <>
      <Found {...{ locale, audit, findings }} />
      {audit.exempted !== '' && (
        <>
          <h3>{say('exempted')}</h3>
          <p class="as-typed">{audit.exempted}</p>
        </>
      )}
    </>
  )
}

type Shown = { locale: Locale; audit: Audit; findings: readonly Finding[] }

function Found({ locale, audit, findings }: Shown) {
  const say = words(locale)
  const faults = findings.filter(({ result }) => result === 'not-conforming')
  if (faults.length === 0) return <p>{say('nothing-found')}</p>
  const claimed = faults.filter(({ derogation }) => derogation !== '')
  const owed = faults.filter(({ derogation }) => derogation === '')
  return (
    <>
      {owed.length > 0 && (
        <>
          <h3>{say('faults')}</h3>
          <ByCriterion {...{ locale, audit, findings: owed }} />
        </>
      )}
      {claimed.length > 0 && (
        <>
          <h3>{say('derogations')}</h3>
          <ByCriterion {...{ locale, audit, findings: claimed }} />
        </>
      )}
      <Schedule locale={locale} findings={faults} />
    </>
  )
}

function ByCriterion({ locale, audit, findings }: Shown) {
  const byCriterion = Map.groupBy(findings, ({ criterion }) => criterion)
  const ordered = [...byCriterion].toSorted(([one], [other]) => byParts(one, other))
  return (
    <ul class="findings">
      {ordered.map(([criterion, found]) => (
        <li>
          <h4>{sayCriterion(locale, criterion)}</h4>
          <ul>
            {found.map((finding) => (
              <Fault {...{ locale, audit, finding }} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Fault({ locale, audit, finding }: Omit<Shown, 'findings'> & { finding: Finding }) {
  const say = words(locale)
  const { note, derogation, remedyOn } = finding
  const page = audit.pages.find(({ number }) => number === finding.page)
  return (
    <li>
      <span class="as-typed">{note}</span>{' '}
      <span class="fine">{say('on-page', { page: page?.title ?? '' })}</span>
      {derogation !== '' && <p class="as-typed">{derogation}</p>}
      <p class="fine">
        {remedyOn === null ? say('no-remedy') : say('remedy', { date: sayDay(locale, remedyOn) })}
      </p>
    </li>
  )
}

/** What is to be mended, by its day. */
function Schedule({ locale, findings }: { locale: Locale; findings: readonly Finding[] }) {
  const planned = findings.flatMap(({ criterion, remedyOn }) =>
    remedyOn === null ? [] : [{ criterion, remedyOn }],
  )
  if (planned.length === 0) return null
  const byDay = Map.groupBy(planned, ({ remedyOn }) => remedyOn)
  const days = [...byDay].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return (
    <>
      <h3>{words(locale)('schedule')}</h3>
      <dl class="facts statement">
        {days.map(([day, all]) => (
          <>
            <dt>{sayDay(locale, day)}</dt>
            <dd>
              {[...new Set(all.map(({ criterion }) => criterion))].toSorted(byParts).join(', ')}
            </dd>
          </>
        ))}
      </dl>
    </>
  )
}
