import type { Child } from 'hono/jsx'
import { sayDate, type Locale } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import type { Mandate, Member } from './mandate.ts'
import { stateOf } from './mandate.ts'
import type { Organisation } from './organisation.ts'
import { sayOffice, saySpan } from './say-mandate.ts'
import { words } from './words.ts'

export const doneWithMembers = ['accepted', 'removed'] as const

type Props = {
  frame: Frame
  organisation: Organisation
  members: Member[]
  mandates: Mandate[]
  now: Date
  done: (typeof doneWithMembers)[number] | null
  refused: string | null
}

/** Who is of the organisation, who asks to be, and what each may do for it. */
export function MembersPage(props: Props) {
  const { frame, organisation, members, done, refused } = props
  const { locale } = frame
  const say = words(locale)
  const asking = members.filter(({ since }) => since === null)
  const within = members.filter(({ since }) => since !== null)
  return (
    <FormFrame
      frame={frame}
      title={say('members-and-mandates')}
      of={organisation}
      problems={[]}
      notice={<Notices {...{ locale, done, refused }} />}
    >
      <p>{say('members-lead')}</p>
      <section aria-labelledby="asking">
        <h2 id="asking">{say('asking', { count: asking.length })}</h2>
        {asking.length > 0 && (
          <ul class="members">
            {asking.map((member) => (
              <Asking locale={locale} organisation={organisation} member={member} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="within">
        <h2 id="within">{say('within', { count: within.length })}</h2>
        <ul class="members">
          {within.map((member) => (
            <Within {...props} member={member} />
          ))}
        </ul>
      </section>
    </FormFrame>
  )
}

type NoticesProps = { locale: Locale; done: Props['done']; refused: string | null }

function Notices({ locale, done, refused }: NoticesProps): Child {
  return (
    <>
      <DoneNotice sentence={done && words(locale)(`done-${done}`)} />
      {refused && (
        <p class="notice refused" role="alert">
          {refused}
        </p>
      )}
    </>
  )
}

type AskingProps = { locale: Locale; organisation: Organisation; member: Member }

function Asking({ locale, organisation, member }: AskingProps) {
  const say = words(locale)
  const there = addressesOf(locale, organisation)
  const { id, name, askedAt } = member
  return (
    <li>
      <p>
        <bdi>{name}</bdi> · {say('asked-on', { date: sayDate(locale, askedAt) })}
      </p>
      <div class="actions">
        <form method="post" action={there.acceptance(id)}>
          <button class="small" type="submit">
            {say('accept', { name })}
          </button>
        </form>
        <form method="post" action={there.removal(id)}>
          <button class="quiet small" type="submit">
            {say('decline', { name })}
          </button>
        </form>
      </div>
    </li>
  )
}

function Within({
  frame: { locale },
  organisation,
  member,
  mandates,
  now,
}: Props & { member: Member }) {
  const say = words(locale)
  const { id, personId, name, since, office } = member
  const own = mandates.filter(
    (mandate) => mandate.personId === personId && stateOf(mandate, now) !== 'over',
  )
  return (
    <li>
      <p>
        <a href={addressesOf(locale, organisation).member(id)}>
          <bdi>{name}</bdi>
        </a>
        {office && (
          <>
            {', '}
            <bdi>{office.title}</bdi> ({sayOffice(locale, office)})
          </>
        )}
        {since && ` · ${say('member-since', { date: sayDate(locale, since) })}`}
      </p>
      {own.length > 0 && (
        <ul>
          {own.map((mandate) => (
            <li>
              {say(`role-${mandate.role}`)} · {saySpan(locale, mandate)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
