import { Byline, excerptOf, nameOf, type Contribution } from '../contributions/index.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import type { Group, Words } from './group.ts'
import { GroupFields } from './group-fields.tsx'
import { sayProblems, sentenceAt, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  chosen: readonly Contribution[]
  /** In which group each is already. */
  inGroups: ReadonlyMap<number, { id: number; title: string }>
  /** Those that they can be put into. */
  groups: readonly Group[]
  typed: Words
  into: number
  formKey: string
  problems: readonly ShownProblem[]
}

/** Putting contributions together: into a new group, or one that there is. */
export function MakingPage(props: Props) {
  const { frame, report, chosen, typed, formKey, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const said = sayProblems(locale, problems, 'members')
  const title = say('making')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: there.queue, label: say('queue') },
          { href: there.kept, label: say('groups') },
        ]}
      />
      <ErrorSummary locale={locale} problems={said} />
      <h1>{title}</h1>
      <p>{say('making-lead')}</p>
      <form method="post" action={there.kept} class="stacked">
        <input type="hidden" name="key" value={formKey} />
        <h2 id="members" tabindex={-1}>
          {say('chosen', { count: chosen.length })}
        </h2>
        {chosen.length === 0 ? (
          <p>
            <a href={there.queue}>{say('choose-in-queue')}</a>
          </p>
        ) : (
          <ul class="contributions queue">
            {chosen.map((contribution) => (
              <Chosen {...props} contribution={contribution} />
            ))}
          </ul>
        )}
        <IntoField {...props} problem={sentenceAt(said, 'into')} />
        <GroupFields
          {...{ locale, typed, said }}
          lang={report.lang}
          onlyNew={props.groups.length > 0}
        />
        <div class="actions">
          <button type="submit">{say('group-them')}</button>
          <a href={there.kept}>{say('group-none')}</a>
        </div>
      </form>
    </Layout>
  )
}

function Chosen({ frame, inGroups, contribution }: Props & { contribution: Contribution }) {
  const { locale } = frame
  const say = words(locale)
  const { number, lang, state } = contribution
  const name = nameOf(locale, contribution)
  const group = inGroups.get(number)
  return (
    <li>
      <input
        type="checkbox"
        name="c"
        value={String(number)}
        aria-label={say('choose', { what: name })}
        checked
      />
      <div>
        <a href={`/${locale}/contributions/${number}`}>{name}</a>
        {group && (
          <span class="byline">
            {' · '}
            {say('in-group')} <bdi>{group.title}</bdi>
          </span>
        )}
        {state === 'published' && (
          <p class="excerpt" lang={lang} dir="auto">
            {excerptOf(contribution)}
          </p>
        )}
        <p class="byline">
          <Byline contribution={contribution} locale={locale} />
        </p>
      </div>
    </li>
  )
}

function IntoField({
  frame,
  report,
  groups,
  into,
  problem,
}: Props & { problem?: string | undefined }) {
  if (groups.length === 0 && !problem) return null
  const say = words(frame.locale)
  return (
    <FormField id="into" label={say('into')} problem={problem}>
      {(described) => (
        <select {...described} name="into">
          <option value="">{say('into-new')}</option>
          {groups.map(({ id, title }) => (
            <option value={String(id)} selected={id === into} lang={report.lang}>
              {title}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
