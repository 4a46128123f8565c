import assert from 'node:assert/strict'
import { keepNotice } from '../../src/legal-notice/keep-notice.ts'
import { enterWhole, keeping, publishAudit } from '../keep-audit.ts'
import type { Somebody } from '../take-part.ts'
import type { World } from '../world.ts'

export async function sayWholeNotice({ db }: World, { actor }: Somebody): Promise<void> {
  const typed = {
    publisher: 'Réseau des villes qui gardent un nom assez long pour un petit écran',
    publisherForm: 'Association',
    publisherAddress: '1, place de la République\n59000 Lille',
    publisherPhone: '+33 (0)1 71 21 01 70',
    publisherEmail: 'contact@exemple-des-villes.example',
    registration: '732829320',
    capital: '',
    director: 'Anne Dupré',
    editor: '',
    host: 'Un hébergeur',
    hostAddress: '2, rue des Machines\n59000 Lille',
    hostPhone: '3600',
  }
  assert.deepEqual(await keepNotice(db, actor, { read: 0, typed }, new Date()), { ok: true })
}

/** An audit with faults, one of them with a derogation; a contact; and automated results. */
export async function publishOne(world: World, admin: Somebody): Promise<number> {
  const id = await enterWhole(world, admin, 12)
  const published = await publishAudit(world, admin, id)
  assert.equal(published.status, 303, await published.text())
  const results = JSON.stringify({
    kind: 'vivace-accessibility-results',
    madeOn: '2026-02-01',
    checkers: ['axe-core 4.14.1', 'html-validate 11.18.0'],
    pages: [
      { name: 'home', faults: [] },
      { name: 'passage that is a table', faults: ['axe: color-contrast: too little'] },
    ],
  })
  const sent: [string, [string, string][]][] = [
    ['automated-results', [['results', results]]],
    [
      'setting',
      [
        ['read', '0'],
        ['email', 'accessibilite@exemple.example'],
        ['address', ''],
        ['planAddress', 'https://exemple.example/schema'],
      ],
    ],
  ]
  for (const [path, form] of sent) {
    const answer = await world.post(`${keeping}/${path}`, form, admin)
    assert.equal(answer.status, 303, `${path}: ${await answer.text()}`)
  }
  return id
}
