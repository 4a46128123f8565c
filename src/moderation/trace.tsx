import { inLanguage, sayDateTime, type Locale } from '../platform/messages.ts'
import { sayPerson } from '../ui/say-person.ts'
import type { Decision, Ground } from './decision.ts'
import { words } from './words.ts'

type TraceProps = { locale: Locale; lang: string; decisions: readonly Decision[] }

/** What moderation decided on a contribution, by whom and why: what holds first, then all that was before. */
export function Trace({ locale, lang, decisions }: TraceProps) {
  const [current, ...earlier] = decisions
  if (!current) return null
  return (
    <>
      <div class="notice moderated">
        <DecisionLines locale={locale} lang={lang} decision={current} />
      </div>
      {earlier.length > 0 && (
        <details class="earlier-decisions">
          <summary>{words(locale)('earlier-decisions', { count: earlier.length })}</summary>
          <ol>
            {earlier.map((decision) => (
              <li>
                <DecisionLines locale={locale} lang={lang} decision={decision} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

type LinesProps = { locale: Locale; lang: string; decision: Decision }

function DecisionLines({ locale, lang, decision }: LinesProps) {
  const say = words(locale)
  const { outcome, ends, ground, reason, decidedBy, decidedAt } = decision
  const kind = outcome === 'published' && ends !== null ? 'released' : outcome
  return (
    <>
      <p>
        {say('decided', { kind, date: sayDateTime(locale, decidedAt) })}
        {decidedBy !== null && ` ${say('decided-by', { name: sayPerson(locale, decidedBy) })}`}
      </p>
      {reason !== '' && (
        <p>
          {say('because')} <GroundView locale={locale} ground={ground} />
          <span class="reason" {...inLanguage(lang)}>
            {reason}
          </span>
        </p>
      )}
    </>
  )
}

/** The rule that it rests on, as it read then, or the law. */
export function GroundView({ locale, ground }: { locale: Locale; ground: Ground | null }) {
  const say = words(locale)
  if (ground === null) return null
  if ('law' in ground) return <>{say('rests-on-law', { law: ground.law })} </>
  return (
    <>
      <a href={`/${locale}/charter/versions/${ground.version}#rule-${ground.rule}`}>
        {say('rests-on-rule', { rule: ground.rule })}
      </a>{' '}
    </>
  )
}
