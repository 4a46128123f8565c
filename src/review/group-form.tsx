import {
  ContributionList,
  excerptOf,
  nameOf,
  type ListedContribution,
} from '../contributions/index.ts'
import type { Locale } from '../platform/messages.ts'
import type { Edition, Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { reviewAddresses } from './addresses.ts'
import type { ReviewGroup } from './gather-review.ts'
import { PassagePair } from './passage-pair.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  latest: number
  page: number
  group: ReviewGroup
}

/** One passage, those who spoke of it, and what an editor can decide. */
export function GroupForm(props: Props) {
  const { frame, report, edition, latest, group } = props
  const { locale } = frame
  const { anchor, reason, block, listed, ids } = group
  const passage = listed[0]?.contribution.passage
  if (!passage) return null
  const { decisions, undone } = reviewAddresses(locale, report, edition.number)
  const decided = anchor.decidedAt !== null
  const open = edition.number === latest
  const about = (
    <>
      <PassagePair
        locale={locale}
        report={report}
        edition={edition.number}
        {...{ passage, anchor, reason, block }}
      />
      <h2>{words(locale)('about-it', { count: ids.length })}</h2>
      <Speakers locale={locale} ids={ids} listed={listed} open={open} />
    </>
  )
  if (!open) return <div class="to-review">{about}</div>
  return (
    <form
      method="post"
      action={decided ? undone : decisions}
      class="to-review"
      id={`anchor-${anchor.id}`}
    >
      {about}
      <Decisions {...props} decided={decided} />
    </form>
  )
}

type SpeakersProps = {
  locale: Locale
  ids: readonly number[]
  listed: ListedContribution[]
  open: boolean
}

/** Of several, some can be left out of the decision; those that are not named go along. */
function Speakers({ locale, ids, listed, open }: SpeakersProps) {
  const rest = ids.slice(listed.length)
  const unseen = listed.length === 1 || !open ? ids : rest
  return (
    <>
      {open && unseen.map((id) => <input type="hidden" name="a" value={String(id)} />)}
      {listed.length === 1 || !open ? (
        <ContributionList locale={locale} listed={listed} />
      ) : (
        listed.map(({ contribution }, at) => (
          <label class="choice">
            <input type="checkbox" name="a" value={String(ids[at])} checked />
            <span>
              <a href={`/${locale}/contributions/${contribution.number}`}>
                {nameOf(locale, contribution)}
              </a>{' '}
              <span lang={contribution.lang} dir="auto">
                {excerptOf(contribution)}
              </span>
            </span>
          </label>
        ))
      )}
      {rest.length > 0 && <p class="fine">{words(locale)('and-more', { count: rest.length })}</p>}
    </>
  )
}

function Decisions({ frame, report, edition, page, group, decided }: Props & { decided: boolean }) {
  const say = words(frame.locale)
  const { place } = reviewAddresses(frame.locale, report, edition.number)
  return (
    <div class="actions">
      <input type="hidden" name="page" value={String(page)} />
      {decided ? (
        <button class="quiet" type="submit">
          {say('undo')}
        </button>
      ) : (
        <>
          {group.block && (
            <button type="submit" name="decision" value="confirmed">
              {say('confirm')}
            </button>
          )}
          <button class="quiet" type="submit" formmethod="get" formaction={place}>
            {say('attach')}
          </button>
          <button class="quiet" type="submit" name="decision" value="left">
            {say('leave')}
          </button>
        </>
      )}
    </div>
  )
}
