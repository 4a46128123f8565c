import { hex } from '../journal/index.ts'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Contribution } from './contribution.ts'
import { nameOf } from './place-parts.tsx'
import { fileNameOf, receiptKind } from './receipt.ts'
import type { KeptReceipt } from './receipt-store.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  contribution: Contribution
  receipts: KeptReceipt[]
  publicUrl: string
  /** The key of the form that it was published with. */
  received: string | null
}

/** What the author of a contribution keeps: number, date, and the journal's head, for each act. */
export function ReceiptPage({ frame, report, contribution, receipts, publicUrl, received }: Props) {
  const { locale } = frame
  const say = words(locale)
  const here = `/${locale}/contributions/${contribution.number}`
  const name = nameOf(locale, contribution)
  return (
    <Layout frame={frame} title={say('receipt-title', { what: name })}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report), { href: here, label: name }]} />
      <h1>{say('receipt-title', { what: name })}</h1>
      <DoneNotice
        sentence={say('receipt-lead', { kind: receiptKind(receipts.at(-1) ?? published) })}
        received={received}
      />
      {receipts.map((receipt) => (
        <ReceiptFacts locale={locale} receipt={receipt} name={name} />
      ))}
      <p>
        {say('cite-as')}{' '}
        <a href={`/c/${contribution.number}`}>{`${publicUrl}/c/${contribution.number}`}</a>
      </p>
      <div class="actions">
        <a class="button" href={here}>
          {say('see-contribution')}
        </a>
        {receipts.some(({ head }) => head === null) ? (
          <a href={`${here}/receipt`}>{say('receipt-again')}</a>
        ) : (
          <a href={`${here}/receipt.json`} download>
            {say('receipt-download')}
          </a>
        )}
      </div>
      <p class="fine">{say('receipt-why')}</p>
      <p class="fine">
        {say('receipt-check')}{' '}
        <code dir="ltr">{`npx vivace verify --receipt ${fileNameOf(contribution)}`}</code>
      </p>
    </Layout>
  )
}

const published = { action: 'contribution.published' }

type FactsProps = { locale: Locale; receipt: KeptReceipt; name: string }

function ReceiptFacts({ locale, receipt, name }: FactsProps) {
  const say = words(locale)
  const { sequence, entrySha256, head } = receipt
  const sealed = sequence !== null && entrySha256 !== null && head !== null
  const facts = [
    {
      term: say('receipt-act'),
      text: say('receipt-kind', { kind: receiptKind(receipt), what: name }),
    },
    { term: say('receipt-date'), text: sayDateTime(locale, receipt.at) },
    ...(sealed
      ? [
          { term: say('receipt-sequence'), text: String(sequence) },
          { term: say('receipt-entry'), code: hex(entrySha256) },
          { term: say('receipt-head'), code: `${head.sequence}:${hex(head.sha256)}` },
        ]
      : [{ term: say('receipt-sequence'), text: say('receipt-being-sealed') }]),
  ]
  return (
    <dl class="facts receipt">
      {facts.map((fact) => (
        <div>
          <dt>{fact.term}</dt>
          <dd>{'code' in fact ? <code>{fact.code}</code> : fact.text}</dd>
        </div>
      ))}
    </dl>
  )
}
