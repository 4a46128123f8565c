import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson, sha256 } from '../platform/canonical.ts'
import { inEachLocale } from '../platform/messages.ts'
import {
  articlesOf,
  digestOf,
  inReadersLanguage,
  languagesOf,
  readArticles,
  typedArticles,
  type TypedArticle,
} from './article.ts'

const limits = { title: 20, text: 40 }
const none = { title: ' ', text: '' }

function typed(number: number, said: Partial<TypedArticle['texts']>): TypedArticle {
  return { number, texts: inEachLocale((lang) => said[lang] ?? none) }
}

const incomplete = (article: number) => ({
  ok: false,
  problems: [{ code: 'article-incomplete', article }],
})

const french = { title: 'Titre', text: 'Texte.' }
const english = { title: 'Title', text: 'Text.' }

test('a language that is left out everywhere is not asked for', () => {
  const both = [1, 2].map((number) => typed(number, { fr: french, en: english }))
  assert.deepEqual(languagesOf(both), ['fr', 'en'])
  assert.equal(readArticles(both, limits).ok, true)
  assert.equal(readArticles([typed(1, { es: french })], limits).ok, true)
})

test('a language in which one article is written asks for all of them, whole', () => {
  const articles = [typed(1, { fr: french, es: english }), typed(2, { fr: french })]
  assert.deepEqual(readArticles(articles, limits), incomplete(2))
  const half = [typed(1, { fr: french, es: { title: 'Título', text: '' } })]
  assert.deepEqual(readArticles(half, limits), incomplete(1))
})

test('what a journal says of an older version holds when the site learns a language', () => {
  const { ok, ...read } = readArticles([typed(1, { fr: french, en: english })], limits)
  assert.equal(ok, true)
  const articles = 'articles' in read ? read.articles : []
  const said = canonicalJson([{ number: 1, fr: french, en: english }])
  assert.equal(digestOf(articles), sha256(said).toString('hex'))
  assert.equal(digestOf(typedArticles(articlesOf(articles))), digestOf(articles))
})

test('who reads a language that is left out is given the first of the site', () => {
  const [article] = articlesOf([typed(1, { en: english, fr: french })])
  assert.ok(article)
  assert.deepEqual(inReadersLanguage(article, 'es'), { ...french, lang: 'fr' })
  assert.deepEqual(inReadersLanguage(article, 'en'), { ...english, lang: 'en' })
})
