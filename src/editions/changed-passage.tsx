import { CausesView } from '../changes/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { isPictureChanged, PictureChange, startOf, type Report } from '../reports/index.ts'
import { isHeading, redline } from '../text/index.ts'
import { ChangeSteps } from '../ui/change-steps.tsx'
import { sayMore } from '../ui/changes-list.tsx'
import type { Frame } from '../ui/layout.tsx'
import { PlaceNote } from '../ui/place-note.tsx'
import { RedlineBlock } from '../ui/redline-block.tsx'
import { AnswerList, type Credits } from './answer-list.tsx'
import type { ChangedGroup } from './group-alike.ts'
import type { ChangedBlock } from './list-changed-blocks.ts'
import type { Steps } from './place-changes.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  group: ChangedGroup
  /** The passage that somebody was led to. */
  at: string | null
  steps: Steps
  credits: Credits
}

/** A passage that changed and why; those that were removed with it are named, those that moved with it shown where they were edited. */
export function ChangedPassage({ frame, report, group, at, steps, credits }: Props) {
  const say = words(frame.locale)
  const { locale } = frame
  const { lang } = report
  const { blockId, others, did, now, places, answers, causes, reasons } = group.first
  const headed = now.some(isHeading)
  return (
    <section class={`change ${did}`} aria-labelledby={`change-${blockId}`}>
      <h2 id={`change-${blockId}`}>
        {others.map((id) => (
          <span id={`change-${id}`} />
        ))}
        <PassageLink
          frame={frame}
          report={report}
          block={group.first}
          before={say('passage-that-was', { did })}
        />
        {did === 'moved' && headed && sayMore(locale, { count: group.alike.length, headed })}
      </h2>
      <ChangeSteps locale={locale} {...steps} />
      {places && <PlaceNote locale={locale} {...places} />}
      {!(headed && did === 'moved' && group.alike.some(isEdited)) && (
        <WhatItSays frame={frame} report={report} block={group.first} />
      )}
      <Alike frame={frame} report={report} group={group} at={at} />
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

function Alike({ frame, report, group, at }: Pick<Props, 'frame' | 'report' | 'group' | 'at'>) {
  const { alike } = group
  if (alike.length === 0) return null
  return (
    <details open={alike.some((block) => block.blockId === at || isEdited(block))}>
      <summary>{words(frame.locale)('with-alike', { count: alike.length })}</summary>
      <ul>
        {alike.map((block) => (
          <li id={`change-${block.blockId}`}>
            <PassageLink frame={frame} report={report} block={block} />
            {block.did === 'moved' && isEdited(block) && (
              <WhatItSays frame={frame} report={report} block={block} />
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function textOf(blocks: ChangedBlock['old']): string {
  return blocks.map(({ text }) => text).join('\n')
}

function isEdited({ did, old, now }: ChangedBlock): boolean {
  return did === 'moved' && textOf(old) !== textOf(now)
}

type BlockProps = Pick<Props, 'frame' | 'report'> & { block: ChangedBlock }

function WhatItSays({ frame: { locale }, report, block }: BlockProps) {
  const { did, old, now } = block
  const [before, after] = [textOf(old), textOf(now)]
  const pictures = { before: old[0]?.picture, after: now[0]?.picture }
  const pictured = isPictureChanged(pictures.before, pictures.after)
  return (
    <>
      {before === after && !pictured && <p class="fine">{words(locale)('same-words', { did })}</p>}
      {(before !== after || did === 'edited') && (
        <div class="changed-words" {...inLanguage(report.lang)}>
          <RedlineBlock
            locale={locale}
            old={old}
            now={now}
            runs={redline(before, after)}
            headingLevel={null}
            pictured
          />
        </div>
      )}
      <PictureChange locale={locale} {...pictures} />
    </>
  )
}

type LinkProps = { frame: Frame; report: Report; block: ChangedBlock; before?: string }

function PassageLink({ frame, report, block, before: label }: LinkProps) {
  return (
    <a href={`/${frame.locale}/reports/${report.slug}/passages/${block.blockId}`}>
      {label && <span class="did">{`${label} `}</span>}
      <bdi {...inLanguage(report.lang)}>
        {startOf({ text: textOf(block.now) || textOf(block.old) })}
      </bdi>
    </a>
  )
}
