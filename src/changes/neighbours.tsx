import type { Child } from 'hono/jsx'
import { inLanguage, type Locale } from '../platform/messages.ts'
import { startOf, type PlacedBlock, type Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  before: PlacedBlock | undefined
  after: PlacedBlock | undefined
  /** The place is no longer there. */
  lost: boolean
  children: Child
}

/** A place in the text: what stands before it and after it, and between them what is to stand there. */
export function Neighbours({ frame, report, before, after, lost, children }: Props) {
  const { locale } = frame
  return (
    <div class="neighbours">
      {!lost && <Neighbour locale={locale} lang={report.lang} block={before} edge="start" />}
      <div class="reading passage" {...inLanguage(report.lang)}>
        {children}
      </div>
      {!lost && <Neighbour locale={locale} lang={report.lang} block={after} edge="end" />}
    </div>
  )
}

type NeighbourProps = {
  locale: Locale
  lang: string
  block: PlacedBlock | undefined
  edge: 'start' | 'end'
}

function Neighbour({ locale, lang, block, edge }: NeighbourProps) {
  const say = words(locale)
  if (!block) return <p class="fine">{say(`${edge}-of-text`)}</p>
  return (
    <p class="fine">
      {say(edge === 'start' ? 'stands-before' : 'stands-after')}{' '}
      <bdi {...inLanguage(lang)}>{startOf(block)}</bdi>
    </p>
  )
}
