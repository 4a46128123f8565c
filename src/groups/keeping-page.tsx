import type { Child } from 'hono/jsx'
import { Byline, excerptOf, nameOf, type ListedContribution } from '../contributions/index.ts'
import { inLanguage, sayDate } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { KeptWords } from '../ui/kept-words.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf } from './addresses.ts'
import { sameWords, type Group, type GroupAct, type Words } from './group.ts'
import { GroupFields } from './group-fields.tsx'
import { History } from './history.tsx'
import { sayProblems, sentenceAt, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

export const doneToGroup = ['made', 'added', 'removed', 'worded', 'dissolved', 'undone'] as const

type Props = {
  frame: Frame
  report: Report
  group: Group
  listed: readonly ListedContribution[]
  page: number
  pages: number
  acts: readonly GroupAct[]
  /** The words as typed, where they were refused; as the group is called else. */
  typed: Words
  /** Numbers, as typed. */
  adding: string
  problems: readonly ShownProblem[]
  done: (typeof doneToGroup)[number] | null
  panels: Child[]
}

/** A group as its editors keep it: who is in it, what it is called, and what was done to it, each to be taken back. */
export function KeepingPage(props: Props) {
  const { frame, report, group, acts, problems, done, panels } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const standing = group.dissolvedAt === null
  const said = sayHere(props)
  const title = group.title
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
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <ErrorSummary locale={locale} problems={said} />
      <h1 {...inLanguage(report.lang)}>{title}</h1>
      <p class="byline">
        {say('formed', { number: group.id, date: sayDate(locale, group.madeAt) })}
      </p>
      {group.dissolvedAt && (
        <p class="notice">{say('dissolved', { date: sayDate(locale, group.dissolvedAt) })}</p>
      )}
      <p class="actions">
        <a class="button quiet" href={there.page(group.id)}>
          {say('see-public')}
        </a>
      </p>
      {!standing && <KeptWords locale={locale} typed={typedBefore(props)} />}
      {standing && panels}
      {standing && <Members {...props} />}
      {standing && <Adding {...props} said={said} />}
      {standing && <Wording {...props} said={said} />}
      {standing && (
        <section aria-labelledby="dissolve">
          <h2 id="dissolve">{say('dissolve')}</h2>
          <p class="hint">{say('dissolve-hint')}</p>
          <form method="post" action={there.dissolution(group.id)}>
            <input type="hidden" name="read" value={String(group.revision)} />
            <button class="quiet">{say('dissolve')}</button>
          </form>
        </section>
      )}
      <History locale={locale} acts={acts} undoing={(act) => there.undoing(group.id, act)} />
    </Layout>
  )
}

/** What is wrong, by controls that the page has: of a group that is dissolved there is its history alone. */
function sayHere({ frame, group, problems }: Props): { field: string; sentence: string }[] {
  const own = problems.some(
    ({ problem }) => problem === 'nothing-chosen' || problem === 'too-few-left',
  )
  const said = sayProblems(frame.locale, problems, own ? 'members' : 'numbers')
  return group.dissolvedAt ? said.map(({ sentence }) => ({ field: 'history', sentence })) : said
}

/** What was typed for a group that somebody dissolved meanwhile. */
function typedBefore({ group, typed, adding }: Props): string[] {
  const written = sameWords(group, typed) ? [] : [typed.title, typed.shared]
  return [...written, adding].filter((text) => text.trim() !== '')
}

function Members({ frame, report, group, listed, page, pages }: Props) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <section aria-labelledby="members">
      <h2 id="members" tabindex={-1}>
        {say('listed')}
      </h2>
      <form method="post" action={there.removals(group.id)}>
        <ul class="contributions queue">
          {listed.map((entry) => (
            <Member frame={frame} entry={entry} />
          ))}
        </ul>
        <div class="actions">
          <button class="quiet">{say('remove')}</button>
        </div>
      </form>
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(to) => `${there.keeping(group.id)}?page=${to}`}
        label={say('member-pages')}
      />
    </section>
  )
}

function Member({
  frame: { locale },
  entry,
}: Pick<Props, 'frame'> & { entry: ListedContribution }) {
  const say = words(locale)
  const { contribution } = entry
  const { number, lang, state, settledAt } = contribution
  const name = nameOf(locale, contribution)
  return (
    <li>
      <input
        type="checkbox"
        name="c"
        value={String(number)}
        aria-label={say('choose', { what: name })}
      />
      <div>
        <a href={`/${locale}/contributions/${number}`}>{name}</a>
        {state === 'published' && (
          <p class="excerpt" lang={lang} dir="auto">
            {excerptOf(contribution)}
          </p>
        )}
        <p class="byline">
          <Byline contribution={contribution} locale={locale} />
          {settledAt && ` · ${say('has-answer')}`}
        </p>
      </div>
    </li>
  )
}

type Said = { said: readonly { field: string; sentence: string }[] }

function Adding({ frame, report, group, adding, said }: Props & Said) {
  const say = words(frame.locale)
  return (
    <section aria-labelledby="add">
      <h2 id="add">{say('add')}</h2>
      <form
        method="post"
        action={addressesOf(frame.locale, report).members(group.id)}
        class="stacked"
      >
        <FormField
          id="numbers"
          label={say('add-numbers')}
          hint={say('add-hint')}
          problem={sentenceAt(said, 'numbers')}
        >
          {(described) => (
            <input {...described} type="text" name="numbers" value={adding} dir="auto" />
          )}
        </FormField>
        <button class="quiet">{say('add')}</button>
      </form>
    </section>
  )
}

function Wording({ frame, report, group, typed, problems, said }: Props & Said) {
  const { locale } = frame
  const say = words(locale)
  const changed = problems.some(({ problem }) => problem === 'changed-since')
  return (
    <section aria-labelledby="word">
      <h2 id="word">{say('word')}</h2>
      {changed && (
        <p class="notice">
          {say('stands-now')} <bdi {...inLanguage(report.lang)}>{group.title}</bdi>
        </p>
      )}
      <form method="post" action={addressesOf(locale, report).wording(group.id)} class="stacked">
        <input type="hidden" name="read" value={String(group.revision)} />
        <GroupFields {...{ locale, typed, said }} lang={report.lang} />
        <button class="quiet">{say('save-words')}</button>
      </form>
    </section>
  )
}
