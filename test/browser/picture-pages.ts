import assert from 'node:assert/strict'
import { publishEdition } from '../../src/editions/index.ts'
import { grantRole, reportDomain } from '../../src/roles/index.ts'
import { operator } from '../../src/permissions.ts'
import { findReport, listWorkingBlocks } from '../../src/reports/index.ts'
import { dataUri, png, svg } from '../picture-files.ts'
import { readInto } from '../read-again.ts'
import { sendFile } from '../send-file.ts'
import type { World } from '../world.ts'
import { openDetails } from './page-acts.ts'
import type { Pages } from './page-state.ts'

const slug = 'figures'

/** A report with figures, one of which had another picture, and has yet another that waits. */
export async function describePicturePages(world: World): Promise<Pages> {
  assert.ok((await readInto(world, textWith(40), { slug })).ok)
  const report = await findReport(world.db, slug)
  assert.ok(report)
  const { personId } = (await world.person({ name: 'Salomé' })).actor
  const granting = {
    personId: personId ?? 0,
    role: 'editor-in-chief' as const,
    domain: reportDomain(report),
  }
  await grantRole(world.db, operator, granting, new Date())
  const as = await world.person({ name: 'Salomé' })
  for (const grey of [90, 160]) {
    const publication = { report, unansweredConfirmed: true, seen: null }
    assert.ok((await publishEdition(world.db, as.actor, publication, new Date())).ok)
    assert.ok((await readInto(world, textWith(grey), { slug })).ok)
  }
  const blocks = await listWorkingBlocks(world.db, report.id)
  const idOf = (words: string) => blocks.find(({ text }) => text.startsWith(words))?.id ?? ''
  const [part, wide, drawn] = ['Partie', 'Une photographie', 'Un plan'].map(idOf)
  const [read, workshop] = [`/reports/${slug}`, `/workshop/reports/${slug}`]
  const bytes = textWith(220)
  const sent = await sendFile(world, { name: 'figures.html', bytes, to: slug }, as)
  const preview = (sent.headers.get('Location') ?? '').replace(/^\/fr/, '')
  return {
    '/reports/:slug/part/:block': [{ name: 'part with figures', path: `${read}/part/${part}` }],
    '/reports/:slug/passages/:block': [
      { name: 'passage that is a figure', path: `${read}/passages/${wide}` },
      { name: 'passage that is a drawing', path: `${read}/passages/${drawn}` },
    ],
    '/reports/:slug/passages/:block/amendment': [
      { name: 'choose sentences of a figure', path: `${read}/passages/${wide}/amendment`, as },
    ],
    '/reports/:slug/editions/:number/changes': [
      { name: 'changes of figures', path: `${read}/editions/2/changes` },
    ],
    '/workshop/reports/:slug/text': [
      { name: 'working text with figures', path: `${workshop}/text`, as },
    ],
    '/workshop/reports/:slug/text/:block': [
      { name: 'edit a figure', path: `${workshop}/text/${wide}`, as },
    ],
    '/workshop/reports/:slug/changes': [
      { name: 'pending changes of figures', path: `${workshop}/changes`, as },
    ],
    '/workshop/reports/:slug/import/:upload': [
      { name: 'import preview with figures', path: preview, as, act: openDetails },
    ],
  }
}

function textWith(grey: number): string {
  const drawing = svg('<rect width="40" height="20"/>', 'width="900" height="450"')
  return (
    '<html lang="fr"><h1>Un rapport illustré</h1><h2>Partie</h2><p>Des mots.</p>' +
    `<figure><img alt="Une photographie plus large que la page." src="${dataUri('', png(1400, 700, grey))}">` +
    '<figcaption>Une <b>légende</b> qui dit ce que l’on voit. Elle a deux phrases.</figcaption></figure>' +
    `<figure><img alt="Un plan" src="${dataUri('', drawing)}"></figure>` +
    `<figure><img src="${dataUri('', png(30, 30, grey))}"><figcaption>Sans autre texte</figcaption></figure>`
  )
}
