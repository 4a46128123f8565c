import type { Child } from 'hono/jsx'
import { peopleWords } from '../people/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import { ownNameOf } from '../platform/languages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf, organisationsAt } from './addresses.ts'
import type { Mandate, Member } from './mandate.ts'
import type { Organisation } from './organisation.ts'
import { sayOffice, saySpan } from './say-mandate.ts'
import { saySiret } from './siret.ts'
import { HowVerified } from './verified-mark.tsx'
import { words } from './words.ts'

export const doneHere = [
  'made',
  'changed',
  'verified',
  'asked',
  'left',
  'removed',
  'ended',
] as const

/** Who speaks for it, or will, and until when. */
export type Speaker = Pick<Mandate, 'name' | 'from' | 'until'> & Pick<Member, 'office'>

type Props = {
  frame: Frame
  organisation: Organisation
  speakers: Speaker[]
  /** What the viewer is to it: nobody yet, somebody who asks to be of it, a member. */
  standing: 'visitor' | 'stranger' | 'asking' | 'member'
  may: { keep: boolean; prove: boolean; verify: boolean }
  done: (typeof doneHere)[number] | null
  refused: string | null
  panels: Child[]
}

/** What everybody may know of an organisation: what it is, how one knows, who speaks for it, what it said. */
export function OrganisationPage(props: Props) {
  const { frame, organisation, done, refused, panels } = props
  const { locale } = frame
  const say = words(locale)
  const { name, description } = organisation
  return (
    <Layout frame={frame} title={name}>
      <Breadcrumb
        locale={locale}
        steps={[{ href: organisationsAt(locale).list, label: say('organisations') }]}
      />
      <DoneNotice sentence={done && say(`done-${done}`)} />
      {refused && (
        <p class="notice refused" role="alert">
          {refused}
        </p>
      )}
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <HowVerified locale={locale} of={organisation} />
      {description?.split(/\n\s*\n/).map((paragraph) => (
        <p dir="auto">{paragraph}</p>
      ))}
      <Facts locale={locale} of={organisation} />
      <Speakers {...props} />
      {panels}
      <Tools {...props} />
    </Layout>
  )
}

function Facts({ locale, of }: { locale: Locale; of: Organisation }) {
  const say = words(locale)
  const { helixSide, publicBody, territory, languages, website, siret, mailDomain } = of
  return (
    <dl class="facts">
      <dt>{say('side')}</dt>
      <dd>
        {peopleWords(locale)('side', { side: helixSide })}
        {publicBody && ` · ${say('is-public-body')}`}
      </dd>
      {territory && <Fact term={say('territory')}>{territory}</Fact>}
      {languages.length > 0 && (
        <>
          <dt>{say('languages')}</dt>
          <dd>
            {languages.map((language, at) => (
              <>
                {at > 0 && ', '}
                <span {...inLanguage(language)}>{ownNameOf(language)}</span>
              </>
            ))}
          </dd>
        </>
      )}
      {website && (
        <>
          <dt>{say('website')}</dt>
          <dd>
            <a href={website} rel="nofollow ugc" dir="ltr">
              {website}
            </a>
          </dd>
        </>
      )}
      {siret && <Fact term={say('siret')}>{saySiret(siret)}</Fact>}
      {mailDomain && <Fact term={say('mail-domain')}>{mailDomain}</Fact>}
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </>
  )
}

function Speakers({ frame: { locale }, speakers }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="speakers">
      <h2 id="speakers">{say('speakers')}</h2>
      {speakers.length === 0 ? (
        <p class="empty">{say('no-speaker')}</p>
      ) : (
        <ul class="speakers">
          {speakers.map((speaker) => (
            <li>
              <bdi>{speaker.name}</bdi>
              {speaker.office && (
                <>
                  {', '}
                  <bdi>{speaker.office.title}</bdi> ({sayOffice(locale, speaker.office)})
                </>
              )}
              {' · '}
              {saySpan(locale, speaker)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What the viewer can do here; of nobody's business but theirs. */
function Tools({ frame: { locale }, organisation, standing, may }: Props) {
  const say = words(locale)
  const there = addressesOf(locale, organisation)
  const open = !organisation.verified && (may.prove || may.verify)
  return (
    <section aria-labelledby="part">
      <h2 id="part">{say('your-part')}</h2>
      {standing !== 'visitor' && <p>{say(`standing-${standing}`)}</p>}
      {may.keep && (
        <div class="actions">
          <a class="button quiet" href={there.description}>
            {say('change-description')}
          </a>
          <a class="button quiet" href={there.members}>
            {say('members-and-mandates')}
          </a>
          <a class="button quiet" href={there.handOver}>
            {say('hand-over')}
          </a>
        </div>
      )}
      {open && (
        <p>
          <a href={there.verification}>{say('verify')}</a>
        </p>
      )}
      <Joining locale={locale} organisation={organisation} standing={standing} />
    </section>
  )
}

type JoiningProps = { locale: Locale; organisation: Organisation; standing: Props['standing'] }

function Joining({ locale, organisation, standing }: JoiningProps) {
  const say = words(locale)
  const there = addressesOf(locale, organisation)
  if (standing === 'visitor' || standing === 'stranger') {
    return (
      <form method="post" action={there.membership}>
        <p>{say('join-hint')}</p>
        <button class="quiet" type="submit">
          {say('join')}
        </button>
      </form>
    )
  }
  return (
    <form method="post" action={there.leaving}>
      <button class="quiet" type="submit">
        {say(standing === 'asking' ? 'stop-asking' : 'leave')}
      </button>
    </form>
  )
}
