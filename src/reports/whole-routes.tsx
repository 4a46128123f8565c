import { Hono, type Context } from 'hono'
import { toBrotli } from '../platform/pages/encodings.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { rememberEach } from '../platform/remember.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env } from '../request.ts'
import { findLatestEdition, listEditionBlocks } from './edition-store.ts'
import { requireEdition } from './find-or-fail.ts'
import type { ReportPanels } from './panels.ts'
import { passageHrefs } from './passage-href.ts'
import type { Edition, PlacedBlock, Report } from './report.ts'
import { WholeOffer, WholePage } from './whole-page.tsx'

export const wholePages: PublicPage[] = [
  { path: '/reports/:slug/whole', query: [] },
  { path: '/reports/:slug/editions/:number/whole', query: [] },
]

/** An edition whole, on one page. */
export function wholeRoutes(panels: ReportPanels) {
  return new Hono<Env>()
    .get('/reports/:slug/whole', async (c) => {
      const { report, edition } = await requireEdition(c.var.db, c.req.param('slug'), 'latest')
      const base = `/${c.var.locale}/reports/${report.slug}`
      return sendPage(c, await showWhole(c, panels, { report, edition, latest: edition, base }))
    })
    .get('/reports/:slug/editions/:number/whole', async (c) => {
      const { db, locale } = c.var
      const { slug, number } = c.req.param()
      const { report, edition } = await requireEdition(db, slug, number)
      const latest = (await findLatestEdition(db, report.id)) ?? edition
      const base = `/${locale}/reports/${slug}/editions/${edition.number}`
      return sendPage(c, await showWhole(c, panels, { report, edition, latest, base }))
    })
}

type Read = { report: Report; edition: Edition; latest: Edition; base: string }

async function showWhole(
  c: Context<Env>,
  panels: ReportPanels,
  { report, edition, latest, base }: Read,
  known?: PlacedBlock[],
) {
  const blocks = known ?? (await listEditionBlocks(c.var.db, edition.id))
  return (
    <WholePage
      frame={{ ...frameOf(c), path: `${base}/whole` }}
      report={report}
      edition={edition}
      latest={latest.number}
      blocks={blocks}
      margin={await panels.margin(viewingOf(c), { report, edition }, blocks)}
      panels={await showPanels(panels.whole, viewingOf(c), { report, edition })}
      base={base}
      passageHref={passageHrefs(c.var.locale, { report, edition, latest })}
    />
  )
}

const rememberSize = rememberEach<number>(500)

/**
 * The way to the whole text, with its size: that of its page when first offered, compressed as a page is
 * first sent. The text is frozen, and what is counted beside it grows little.
 */
export async function offerWhole(
  c: Context<Env>,
  panels: ReportPanels,
  { blocks, ...read }: Read & { blocks: PlacedBlock[] },
) {
  const hash = Buffer.from(read.edition.sha256).toString('hex')
  const bytes = await rememberSize(`${c.var.locale} ${hash}`, async () => {
    const page = String(await showWhole(c, panels, read, blocks))
    return (await toBrotli(Buffer.from(page), 5)).length
  })
  return <WholeOffer locale={c.var.locale} base={read.base} bytes={bytes} />
}
