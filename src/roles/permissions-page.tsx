import type { Report } from '../reports/index.ts'
import type { Role } from '../permissions.ts'
import { inLanguage, languageTags, type Locale } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Explained } from './explain-permissions.ts'
import { keyOf, sayRole } from './say-role.ts'
import { words } from './words.ts'

/** What led here. */
export const doneHere = ['accepted', 'role-lent', 'role-ended'] as const

type Props = {
  frame: Frame
  /** All that the reader has. */
  roles: readonly Role[]
  reports: readonly Report[]
  /** For which of them; null for the whole site. */
  report: Report | null
  explained: readonly Explained[]
  done: (typeof doneHere)[number] | null
}

/** What the reader may do and why not, from the table that decides it. */
export function PermissionsPage(props: Props) {
  const { frame, done } = props
  const say = words(frame.locale)
  return (
    <Layout frame={frame} title={say('permissions')} wide>
      <h1>{say('permissions')}</h1>
      <DoneNotice sentence={done && say(done)} />
      <p>{say('permissions-lead')}</p>
      <ReportChoice {...props} />
      <OwnRoles {...props} />
      <Table {...props} />
      <section aria-labelledby="who-gives">
        <h2 id="who-gives">{say('who-gives')}</h2>
        <p>{say('who-gives-team')}</p>
        <p>{say('who-gives-others')}</p>
        <p>
          <a href={`/${frame.locale}/journal`}>{say('who-gives-journal')}</a>
        </p>
      </section>
    </Layout>
  )
}

function ReportChoice({ frame, reports, report }: Props) {
  const say = words(frame.locale)
  return (
    <form method="get" action={`/${frame.locale}/permissions`} class="choose-report">
      <label for="report">{say('seen-for')}</label>
      <select id="report" name="report">
        <option value="">{say('for-the-site')}</option>
        {reports.map(({ slug, title, lang }) => (
          <option value={slug} selected={slug === report?.slug} {...inLanguage(lang)}>
            {title}
          </option>
        ))}
      </select>
      <button type="submit" class="quiet">
        {say('show')}
      </button>
    </form>
  )
}

function OwnRoles({ frame, roles }: Props) {
  const { locale } = frame
  const named = roles.filter((role) => role !== 'reader').map((role) => sayRole(locale, role))
  if (named.length === 0) return null
  return <p>{words(locale)('your-roles', { roles: sayList(locale, named) })}</p>
}

function Table({ frame, explained }: Props) {
  const { locale } = frame
  const say = words(locale)
  return (
    <table class="permissions">
      <thead>
        <tr>
          <th scope="col">{say('act')}</th>
          <th scope="col">{say('you')}</th>
          <th scope="col">{say('open-to')}</th>
        </tr>
      </thead>
      <tbody>
        {explained.map(({ action, role, why, openTo }) => (
          <tr class={role ? 'may' : 'may-not'}>
            <th scope="row">{say('action', { action: keyOf(action) })}</th>
            <td>{role ? say('yes-as', { role: sayRole(locale, role) }) : say(reasons[why])}</td>
            <td>
              {sayList(
                locale,
                openTo.map((one) => sayRole(locale, one)),
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const reasons = {
  'sign-in': 'no-sign-in',
  operator: 'no-operator',
  banned: 'no-banned',
  own: 'no-own',
  role: 'no-role-needed',
} as const

function sayList(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(languageTags[locale]).format(items)
}
