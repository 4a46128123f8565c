import {
  Byline,
  isAmendment,
  keyOf,
  nameOf,
  placesOf,
  trimWords,
  unitOf,
} from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import { sameWords } from '../text/index.ts'
import { cellsInLine, Redline } from '../ui/redline.tsx'
import { AboutTopic } from './about-topic.tsx'
import { addressesOf } from './addresses.ts'
import type { AnswerProps } from './answer-props.ts'
import type { Group, Said } from './gather-group.ts'
import { isAmong } from './gather-rivals.ts'
import { sayNumbers } from './say-numbers.ts'
import { sayProblem } from './say-problem.ts'
import { SaidWords } from './said-words.tsx'
import { StandingView } from './standing-view.tsx'
import { words } from './words.ts'

type OneProps = AnswerProps & { one: Said }

/** One contribution: its passage as it was read and as it stands, what it says, and whether it is answered. */
export function SaidArticle(props: OneProps) {
  const { frame, group, problems, one } = props
  const { locale } = frame
  const { contribution } = one
  const { number, revision } = contribution
  const own = problems.filter((shown) => shown.number === number)
  return (
    <article class={own.length > 0 ? 'to-answer refused' : 'to-answer'} id={`c-${number}`}>
      <header>
        <h2>
          <a href={`/${locale}/contributions/${number}`}>
            {group.said.length === 1 ? words(locale)('what-it-says') : nameOf(locale, contribution)}
          </a>
        </h2>
        <InGroup {...props} />
      </header>
      <p class="byline">
        <Byline contribution={contribution} locale={locale} />
      </p>
      {own.map((shown) => (
        <p class="problem">{sayProblem(locale, shown, group)}</p>
      ))}
      <input type="hidden" name="revision" value={`${number}.${revision}`} />
      <PassageRead {...props} />
      <AmendedInPlace {...props} />
      <PassageNow {...props} />
      <SaidWords locale={locale} contribution={contribution} />
      <Compared {...props} />
    </article>
  )
}

/** Ticked off, it is not answered: what was typed for the others stays. */
function InGroup({ frame, group, one }: OneProps) {
  const { kind, number } = one.contribution
  const value = String(number)
  if (group.said.length === 1) return <input type="hidden" name="c" value={value} />
  return (
    <label class="choice">
      <input type="checkbox" name="c" value={value} checked />
      <span>{words(frame.locale)('answer-this-one', { kind: keyOf(kind), number })}</span>
    </label>
  )
}

function PassageRead({ frame, report, one: { contribution, read } }: OneProps) {
  const say = words(frame.locale)
  const { passage, topic } = contribution
  if (topic) {
    return (
      <p class="fine">
        <AboutTopic locale={frame.locale} report={report} topic={topic} />
      </p>
    )
  }
  const edition = passage?.editionNumber ?? contribution.editionNumber ?? 0
  if (!passage || !read) return <p class="fine">{say('said-of-report', { edition })}</p>
  const link = (
    <a href={`${addressesOf(frame.locale, report).passage(read.id)}?edition=${edition}`}>
      {say('see-passage')}
    </a>
  )
  if (isAmendment(contribution)) {
    const places = placesOf(read, contribution.base.sentences)
    const sentences = { unit: unitOf(read), count: places.length, places: places.join(', ') }
    return (
      <p class="fine">
        {say('said-of-sentences', { ...sentences, edition })} {link}
      </p>
    )
  }
  return (
    <figure class="spoken-of">
      <figcaption>
        {say('said-of-passage', { edition })} {link}
      </figcaption>
      <blockquote {...inLanguage(report.lang)}>
        <p>{cellsInLine(trimWords(passage.exact))}</p>
      </blockquote>
    </figure>
  )
}

/** What an amendment does to its sentences, between those that it leaves alone; rivals stand side by side. */
function AmendedInPlace({ frame, report, group, one: { contribution, read } }: OneProps) {
  if (!isAmendment(contribution) || !read || isRival(group, contribution)) return null
  const { start, end, exact } = contribution.passage
  const table = unitOf(read) === 'row'
  return (
    <div class="in-place">
      {!table && <Around report={report} text={read.text.slice(0, start)} />}
      <Redline
        locale={frame.locale}
        lang={report.lang}
        before={trimWords(exact)}
        after={contribution.content.wording}
      />
      {!table && <Around report={report} text={read.text.slice(end)} />}
    </div>
  )
}

function Around({ report, text }: { report: Report; text: string }) {
  return text.trim() === '' ? null : (
    <p class="around" {...inLanguage(report.lang)}>
      {text.trim()}
    </p>
  )
}

/** Where the working text says something else by now, and what. */
function PassageNow({ frame, report, group, one: { contribution, read, now, stayed } }: OneProps) {
  const say = words(frame.locale)
  if (!read || !stayed || now === undefined) return null
  if (group.together?.amendments.some(({ number }) => number === contribution.number)) return null
  if (now === null) return <p class="notice">{say('gone-from-working-text')}</p>
  if (stayed.divided === null && sameWords(read.text, now.text)) return null
  return (
    <div class="notice">
      {stayed.divided === null && <p>{say('changed-in-working-text')}</p>}
      <StandingView frame={frame} report={report} now={now} stayed={stayed} />
    </div>
  )
}

/** Amendments that say the same; those that say otherwise stand beside it. */
function Compared({ frame, group, one: { contribution } }: OneProps) {
  if (!isAmendment(contribution)) return null
  const { locale } = frame
  const say = words(locale)
  if (isRival(group, contribution)) {
    return (
      <p class="fine">
        <a href="#rivals">{say('compared-below')}</a>
      </p>
    )
  }
  const equals = group.equals.get(contribution.number) ?? []
  if (equals.length === 0) return null
  return (
    <p class="fine">
      {say('same-wording-as', { count: equals.length, numbers: sayNumbers(locale, equals) })}
    </p>
  )
}

function isRival({ rivals }: Group, { number }: { number: number }): boolean {
  return rivals.some((one) => isAmong(one, number))
}
