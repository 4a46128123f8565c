import assert from 'node:assert/strict'
import type { Actor } from '../src/permissions.ts'
import type { Db } from '../src/platform/db/connect.ts'
import { findTerms, keepTerms, requireTerms, typedTerms } from '../src/terms/index.ts'
import type { Somebody } from './take-part.ts'
import type { World } from './world.ts'

/** A new version of the terms, whose first article says this in French. */
export async function keepText(db: Db, admin: Actor, text: string, asks = true): Promise<void> {
  const newest = await requireTerms(db)
  const typed = typedTerms(newest)
  const articles = typed.articles.map((article) =>
    article.number === 1
      ? { ...article, texts: { ...article.texts, fr: { ...article.texts.fr, text } } }
      : article,
  )
  const summary = {
    fr: 'Le premier article dit mieux à quoi sert ce texte.',
    en: 'The first article says better what this text is for.',
    es: 'El primer artículo dice mejor para qué sirve este texto.',
  }
  const keeping = { read: newest.version, typed: { articles, summary, asks } }
  assert.deepEqual(await keepTerms(db, admin, keeping, new Date()), { ok: true })
}

type Changed = { text?: string; asks?: 'anew' | 'mends'; step?: 'preview' | 'keep'; read?: number }

/** The form of the terms as an administrator sends it, its first article changed. */
export async function termsForm(
  { db }: Pick<World, 'db'>,
  changed: Changed = {},
): Promise<[string, string][]> {
  const terms = await findTerms(db, 'newest')
  const {
    text = 'Un autre texte.',
    asks = 'anew',
    step = 'keep',
    read = terms?.version ?? 0,
  } = changed
  const articles = (terms?.articles ?? []).flatMap(({ number, texts }) =>
    [...texts].flatMap(([lang, said]): [string, string][] => [
      [`title.${number}.${lang}`, said.title],
      [`text.${number}.${lang}`, number === 1 && lang === 'fr' ? text : said.text],
    ]),
  )
  return [
    ['read', String(read)],
    ...articles,
    ['summary.fr', 'Le premier article dit autre chose.'],
    ['summary.en', 'The first article says something else.'],
    ['summary.es', 'El primer artículo dice otra cosa.'],
    ['asks', asks],
    ['step', step],
  ]
}

/** Sends that form; it is published. */
export async function sendTerms(
  world: World,
  admin: Somebody,
  changed: Changed = {},
): Promise<void> {
  const kept = await world.post('/fr/admin/terms', await termsForm(world, changed), admin)
  assert.equal(kept.status, 303, await kept.text())
}

export async function newestVersion({ db }: Pick<World, 'db'>): Promise<number> {
  return (await findTerms(db, 'newest'))?.version ?? 0
}
