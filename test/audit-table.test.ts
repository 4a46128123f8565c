import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { criteria } from '../src/rgaa/index.ts'
import { beginAudit, gridOf, keeping, readAt } from './keep-audit.ts'
import { makeAdministrator } from './make-administrator.ts'
import { textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let admin: Somebody
before(async () => {
  world = await openWorld()
  admin = await makeAdministrator(world)
})
after(() => world.close())

const send = (path: string, fields: { [name: string]: string }) =>
  world.post(`${keeping}${path}`, Object.entries(fields), admin)

test('a table is taken whole or not at all, and comes back as it was', async () => {
  const audit = await beginAudit(world, admin)
  const wrong: [string, RegExp][] = [
    ['', /Il n’y a rien à lire/],
    [' \n\n', /Il n’y a rien à lire/],
    ['page,criterion,result', /Il n’y a rien à lire/],
    ['page,criterion\n1,1.1', /Ligne 1\s: il manque la colonne «\srésultat\s»/],
    ['Critère\tRésultat\n1.1\tC', /Ligne 1\s: il manque la colonne «\spage\s»/],
    ['page,criterion,result\n9,1.1,C', /Ligne 2\s: l’audit n’a pas de page 9/],
    ['page,criterion,result\nA,1.1,C', /Ligne 2\s: «\sA\s» n’est pas le numéro d’une page/],
    ['page,criterion,result\n1,14.1,C', /Ligne 2\s: «\s14\.1\s» n’est pas un critère/],
    [
      'page,criterion,result\n1,1.1,C\n2,1.2,NC',
      /Ligne 3, critère 1\.2\s: non conforme, sans dire pourquoi/,
    ],
    ['page,criterion,result\n1,1.1,C\n1,1.1,C', /Ligne 3, critère 1\.1\s: le même critère deux/],
    ['\npage,criterion,result\n\n1,1.1,X', /Ligne 4\s: «\sX\s» n’est ni C, ni NC, ni NA/],
    [
      'page,criterion,result,note,correction\n1,1.1,NC,N,01/01/2026',
      /Ligne 2, critère 1\.1\s: la date de correction est passée/,
    ],
    [tallTable(10_000), /le même critère deux fois/],
  ]
  for (const [csv, told] of wrong) {
    const answer = await send(`/audits/${audit}/findings`, { csv })
    assert.equal(answer.status, 422, csv)
    assert.match(await answer.text(), told)
  }
  const { count } = await world.db
    .selectFrom('accessibility_finding')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('audit_id', '=', audit)
    .executeTakeFirstOrThrow()
  assert.equal(Number(count), 0, 'nothing of a table that is refused is kept')
  const grid = gridOf({ pages: 2, faults: 3 })
  assert.equal((await send(`/audits/${audit}/findings`, { csv: grid })).status, 303)
  const back = await textOf(world.get(`${keeping}/audits/${audit}/findings.csv`, admin))
  assert.equal(back.replace(/^\u{FEFF}/u, ''), grid)
  const read = await readAt(world, `${keeping}/audits/${audit}/findings`, admin)
  const pasted =
    'Page\tCRITÈRE\tRésultat\tConstat\n\t\t\t\n1\t1.1\tNC\t=Un "mot" ; et un autre\n2\t1.1\tNT\t'
  assert.equal((await send(`/audits/${audit}/findings`, { read, csv: pasted })).status, 303)
  const kept = await textOf(world.get(`${keeping}/audits/${audit}/findings.csv`, admin))
  assert.match(kept, /\r\n1,1\.1,NC,"'=Un ""mot"" ; et un autre",,\r\n/)
  assert.match(kept, /\r\n2,1\.1,C,/, 'what is not tested yet takes nothing back')
})

/** More rows of one page than there are criteria. */
function tallTable(rows: number): string {
  const all = Array.from({ length: rows }, (_, at) => `1,${criteria[at % criteria.length]},C`)
  return ['page,criterion,result', ...all].join('\n')
}
