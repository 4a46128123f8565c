import type { Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import type { Organisation } from './organisation.ts'
import { proofMinutes, proofsAnHour } from './proof.ts'
import { HowVerified } from './verified-mark.tsx'
import { saySiret } from './siret.ts'
import {
  longestReason,
  type AskProblem,
  type SiretProblem,
  type VerifyProblem,
} from './verify-organisation.ts'
import { words } from './words.ts'

export type ShownProblem = AskProblem | VerifyProblem | SiretProblem

const fields: Record<ShownProblem, string> = {
  'no-email': 'email',
  'email-unreadable': 'email',
  'not-at-domain': 'email',
  'no-domain': 'ways',
  'too-many-proofs': 'email',
  'verified-already': 'ways',
  'siret-taken': 'ways',
  'no-siret': 'by-siret',
  'siret-not-vouched': 'by-siret',
  'no-reason': 'reason',
  'reason-too-long': 'reason',
}

type Props = {
  frame: Frame
  organisation: Organisation
  may: { prove: boolean; verify: boolean; keep: boolean }
  typed: { email: string; reason: string }
  problems: readonly ShownProblem[]
  /** A link was mailed just now. */
  sent: boolean
  /** Who vouches for where people work, with the viewer's SIRET as it said; null where nobody does here. */
  vouching: { key: string; name: string; siret: string | null } | null
}

/** The ways in which an organisation can be verified, for those who can go one. */
export function VerificationPage(props: Props) {
  const { frame, organisation, may, problems, sent } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <FormFrame
      frame={frame}
      title={say('verify')}
      of={organisation}
      problems={problems.map((problem) => ({
        field: fields[problem],
        sentence: sayProblem(locale, problem),
      }))}
      notice={
        sent && <output class="notice">{say('proof-sent', { minutes: proofMinutes })}</output>
      }
    >
      <HowVerified locale={locale} of={organisation} />
      <div id="ways">
        {!organisation.verified && may.prove && <ByDomain {...props} />}
        {!organisation.verified && may.prove && props.vouching && (
          <BySiret {...props} vouching={props.vouching} />
        )}
        {!organisation.verified && may.verify && <ByHand {...props} />}
      </div>
      <p class="fine">{say('when-lost')}</p>
    </FormFrame>
  )
}

function ByDomain({ frame: { locale }, organisation, may, typed, problems }: Props) {
  const say = words(locale)
  const there = addressesOf(locale, organisation)
  const { mailDomain } = organisation
  return (
    <section aria-labelledby="by-domain">
      <h2 id="by-domain">{say('by-domain')}</h2>
      {mailDomain === null ? (
        <>
          <p>{say('domain-missing')}</p>
          {may.keep && (
            <p>
              <a href={there.description}>{say('change-description')}</a>
            </p>
          )}
        </>
      ) : (
        <form method="post" action={there.verification} class="stacked">
          <FormField
            id="email"
            label={say('proof-email')}
            hint={say('proof-email-hint', { domain: mailDomain })}
            problem={problemOf(locale, problems, 'email')}
          >
            {(described) => (
              <input
                {...described}
                type="email"
                name="email"
                value={typed.email}
                dir="ltr"
                autocomplete="email"
                required
              />
            )}
          </FormField>
          <button type="submit">{say('send-proof')}</button>
        </form>
      )}
    </section>
  )
}

type Vouching = { vouching: NonNullable<Props['vouching']> }

/** Whoever came in by such a provider works where it says: a button, or what is in its way. */
function BySiret({ frame: { locale }, organisation, may, vouching }: Props & Vouching) {
  const say = words(locale)
  const there = addressesOf(locale, organisation)
  const { key, name, siret } = vouching
  const own = siret === null ? '' : saySiret(siret)
  if (organisation.siret === null) {
    return (
      <section aria-labelledby="by-siret">
        <h2 id="by-siret">{say('by-siret', { name })}</h2>
        <p>{say('siret-missing')}</p>
        {may.keep && (
          <p>
            <a href={there.description}>{say('change-description')}</a>
          </p>
        )}
      </section>
    )
  }
  const theirs = saySiret(organisation.siret)
  return (
    <section aria-labelledby="by-siret">
      <h2 id="by-siret">{say('by-siret', { name })}</h2>
      {siret === organisation.siret ? (
        <form method="post" action={there.siret}>
          <p>{say('siret-vouched', { name, siret: own })}</p>
          <button type="submit">{say('verify-by-siret')}</button>
        </form>
      ) : (
        <>
          <p>
            {siret === null
              ? say('siret-unvouched', { name, siret: theirs })
              : say('siret-elsewhere', { name, own, siret: theirs })}
          </p>
          <p>
            <a
              class="button quiet"
              href={`/${locale}/account/providers/${key}?return=${encodeURIComponent(there.verification)}`}
            >
              {say('sign-in-there', { name })}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

function ByHand({ frame: { locale }, organisation, typed, problems }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="by-hand">
      <h2 id="by-hand">{say('by-hand')}</h2>
      <form method="post" action={addressesOf(locale, organisation).reason} class="stacked">
        <FormField
          id="reason"
          label={say('reason')}
          hint={say('reason-hint', { longest: longestReason })}
          problem={problemOf(locale, problems, 'reason')}
        >
          {(described) => (
            <textarea {...described} name="reason" rows={4} dir="auto" required>
              {typed.reason}
            </textarea>
          )}
        </FormField>
        <button type="submit">{say('verify-by-hand')}</button>
      </form>
    </section>
  )
}

function problemOf(locale: Locale, problems: readonly ShownProblem[], field: string) {
  const problem = problems.find((one) => fields[one] === field)
  return problem && sayProblem(locale, problem)
}

function sayProblem(locale: Locale, problem: ShownProblem): string {
  const say = words(locale)
  switch (problem) {
    case 'too-many-proofs':
      return say(problem, { limit: proofsAnHour })
    case 'reason-too-long':
      return say(problem, { longest: longestReason })
    default:
      return say(problem)
  }
}
