import type { Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { addressesOf, organisationsAt } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import { OrganisationFields, summarise, type ShownProblem } from './organisation-fields.tsx'
import type { Organisation, TypedOrganisation } from './organisation.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** The one that is changed, with the revision that was read; else the key of the form that makes one. */
  known: Organisation | { key: string }
  typed: TypedOrganisation
  problems: readonly ShownProblem[]
}

/** Making an organisation, or changing what it says of itself. */
export function DescriptionPage(props: Props) {
  const { locale } = props.frame
  const { known } = props
  const say = words(locale)
  if ('key' in known) {
    const { list } = organisationsAt(locale)
    const said = { title: say('make-title'), lead: say('make-lead'), button: say('make') }
    return <Described {...props} {...said} of={null} receiver={list} back={list} />
  }
  const { page, description } = addressesOf(locale, known)
  const said = { title: say('change-title'), lead: say('change-lead'), button: say('save') }
  return <Described {...props} {...said} of={known} receiver={description} back={page} />
}

type DescribedProps = Props & {
  of: Organisation | null
  title: string
  lead: string
  button: string
  receiver: string
  /** Where nothing is changed. */
  back: string
}

function Described(props: DescribedProps) {
  const { frame, known, typed, problems, of, title, lead, button, receiver, back } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <FormFrame frame={frame} title={title} of={of} problems={summarise(locale, problems)}>
      {problems.includes('signed-out') && <SignInAgain locale={locale} />}
      <p>{lead}</p>
      {of?.verified && <p class="notice">{say('loses-verification')}</p>}
      <form method="post" action={receiver} class="stacked" id="form">
        {'key' in known ? (
          <input type="hidden" name="key" value={known.key} />
        ) : (
          <input type="hidden" name="revision" value={String(known.revision)} />
        )}
        <OrganisationFields locale={locale} typed={typed} problems={problems} />
        <div class="actions">
          <button type="submit">{button}</button>
          <a href={back}>{say('leave-unchanged')}</a>
        </div>
      </form>
    </FormFrame>
  )
}
