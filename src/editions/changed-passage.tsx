import { CausesView } from '../changes/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { isPictureChanged, PictureChange, startOf, type Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { Redline } from '../ui/redline.tsx'
import { AnswerList, type Credits } from './answer-list.tsx'
import type { ChangedGroup } from './group-alike.ts'
import type { ChangedBlock } from './list-changed-blocks.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  group: ChangedGroup
  /** The passage that somebody was led to. */
  at: string | null
  credits: Credits
}

/** A passage that changed and why; those that were moved or removed with it are named. */
export function ChangedPassage({ frame, report, group, at, credits }: Props) {
  const say = words(frame.locale)
  const { locale } = frame
  const { lang } = report
  const { blockId, did, answers, causes, reasons } = group.first
  return (
    <section class={`change ${did}`} aria-labelledby={`change-${blockId}`}>
      <h2 id={`change-${blockId}`}>
        <PassageLink
          frame={frame}
          report={report}
          block={group.first}
          before={say('passage-that-was', { did })}
        />
      </h2>
      <WhatItSays frame={frame} report={report} block={group.first} />
      {group.alike.length > 0 && (
        <details open={group.alike.some((block) => block.blockId === at)}>
          <summary>{say('with-alike', { count: group.alike.length })}</summary>
          <ul>
            {group.alike.map((block) => (
              <li id={`change-${block.blockId}`}>
                <PassageLink frame={frame} report={report} block={block} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <h3>{say('because-of')}</h3>
      {reasons.map((reason) => (
        <blockquote class="reason" {...inLanguage(lang)}>
          <p>{reason}</p>
        </blockquote>
      ))}
      <AnswerList answers={answers} locale={locale} lang={lang} credits={credits} />
      {causes.length > 0 && (
        <CausesView locale={locale} lang={lang} causes={causes} credits={credits} />
      )}
    </section>
  )
}

type BlockProps = Pick<Props, 'frame' | 'report'> & { block: ChangedBlock }

function WhatItSays({ frame: { locale }, report, block }: BlockProps) {
  const { did, before, after, raised, pictures } = block
  const pictured = isPictureChanged(pictures?.before, pictures?.after)
  return (
    <>
      {before === after && !pictured && <p class="fine">{words(locale)('same-words', { did })}</p>}
      {before !== after && (
        <Redline
          locale={locale}
          lang={report.lang}
          before={before ?? ''}
          after={after ?? ''}
          raised={raised}
        />
      )}
      <PictureChange locale={locale} before={pictures?.before} after={pictures?.after} />
    </>
  )
}

type LinkProps = { frame: Frame; report: Report; block: ChangedBlock; before?: string }

function PassageLink({ frame, report, block, before: label }: LinkProps) {
  return (
    <a href={`/${frame.locale}/reports/${report.slug}/passages/${block.blockId}`}>
      {label && <span class="did">{`${label} `}</span>}
      <bdi {...inLanguage(report.lang)}>{startOf({ text: block.after ?? block.before ?? '' })}</bdi>
    </a>
  )
}
