import { sayDateTime, type Locale } from '../platform/messages.ts'
import type { Verification } from './verification.ts'
import { words } from './words.ts'

type Props = { locale: Locale; verification: Verification | undefined }

/** Findings that are told one by one. */
const shown = 50

/** What a comparison of the record with the journal found, and how anybody does the same. */
export function VerificationView({ locale, verification }: Props) {
  const say = words(locale)
  if (!verification?.done) return <p class="empty">{say('never-verified')}</p>
  const { at, entries, waiting, head, findings } = verification.done
  return (
    <>
      <p class={findings.length === 0 ? 'notice' : 'notice refused'}>
        {say('verified-result', {
          date: sayDateTime(locale, at),
          entries,
          findings: findings.length,
        })}
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, shown).map(({ kind, object, problem }) => (
            <li>
              <code dir="ltr">{`${kind} ${object}: ${problem}`}</code>
            </li>
          ))}
        </ul>
      )}
      {waiting > 0 && <p class="fine">{say('verified-waiting', { count: waiting })}</p>}
      {head && (
        <>
          <p class="fine">{say('verified-head', { sequence: head.sequence })}</p>
          <p class="fine hash">
            <code dir="ltr">{`npx vivace verify --head ${head.sequence}:${head.sha256}`}</code>
          </p>
        </>
      )}
    </>
  )
}
