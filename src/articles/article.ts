import { inEachLocale, offeredLocales, type OfferedLocale } from '../platform/messages.ts'
import { sha256, canonicalJson, type Json } from '../platform/canonical.ts'
import { isBlank } from '../text/index.ts'

/** An article in each language that its version is written in; its number stays through all versions. */
export type Article = { number: number; texts: ReadonlyMap<string, ArticleText> }
export type ArticleText = { title: string; text: string }

/** Characters. */
export type ArticleLimits = { title: number; text: number }

/** An article as it was typed; one of which nothing is typed in any language is left out of the new version. */
export type TypedArticle = { number: number; texts: Record<OfferedLocale, ArticleText> }

export type ArticleProblem =
  | { code: 'no-articles'; article: null }
  | { code: 'article-incomplete' | 'title-too-long' | 'text-too-long'; article: number }

type Read = { ok: true; articles: TypedArticle[] } | { ok: false; problems: ArticleProblem[] }

/** The articles of a new version; what is wrong with them where it cannot be one. */
export function readArticles(typed: readonly TypedArticle[], limits: ArticleLimits): Read {
  const articles = typed
    .filter((article) => wordsOf(article).some((one) => !isBlank(one)))
    .map(trimArticle)
  const languages = languagesOf(articles)
  const problems = articles.flatMap((article) => checkArticle(article, languages, limits))
  if (articles.length === 0) {
    return { ok: false, problems: [{ code: 'no-articles', article: null }] }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, articles }
}

function wordsOf(
  { texts }: TypedArticle,
  languages: readonly OfferedLocale[] = offeredLocales,
): string[] {
  return languages.flatMap((lang) => [texts[lang].title, texts[lang].text])
}

/**
 * The languages that a version is written in: where a word of it stands in one, all of it has to. One that is left
 * out everywhere is not asked for: a site need not have its texts in a language that its interface has learnt since.
 */
export function languagesOf(articles: readonly TypedArticle[]): OfferedLocale[] {
  return offeredLocales.filter((lang) =>
    articles.some((article) => wordsOf(article, [lang]).some((one) => !isBlank(one))),
  )
}

function trimArticle({ number, texts }: TypedArticle): TypedArticle {
  const trimmed = offeredLocales.map((lang) => {
    const { title, text } = texts[lang]
    return [lang, { title: title.trim(), text: text.trim() }] as const
  })
  return { number, texts: { ...texts, ...Object.fromEntries(trimmed) } }
}

function checkArticle(
  article: TypedArticle,
  languages: readonly OfferedLocale[],
  limits: ArticleLimits,
): ArticleProblem[] {
  const { number } = article
  const all = languages.map((lang) => article.texts[lang])
  if (wordsOf(article, languages).some(isBlank))
    return [{ code: 'article-incomplete', article: number }]
  if (all.some(({ title }) => title.length > limits.title)) {
    return [{ code: 'title-too-long', article: number }]
  }
  const long = all.some(({ text }) => text.length > limits.text)
  return long ? [{ code: 'text-too-long', article: number }] : []
}

/**
 * A form of articles that somebody else has changed since, carried on to what stands now: the article that it adds takes
 * the number after theirs, and those that they added, which it never showed, stand in it too. `known`: the highest number
 * of an article when it was opened; `last`: of any until now.
 */
export function carryArticles(
  typed: readonly TypedArticle[],
  standing: readonly TypedArticle[],
  { known, last }: { known: number; last: number },
): TypedArticle[] {
  const theirs = standing.filter(({ number }) => number > known)
  const added = typed.find(({ number }) => number > known) ?? blankArticle(0)
  const kept = typed.filter(({ number }) => number <= known)
  return [...kept, ...theirs, { ...added, number: last + 1 }]
}

/** The reader's language where something is said in it; else the first of the site's that there is. */
export function languageFor(said: ReadonlyMap<string, unknown>, reader: string): string {
  return [reader, ...offeredLocales, ...said.keys()].find((lang) => said.has(lang)) ?? reader
}

/** The article in the reader's language; in another where it has none, and in which one that is. */
export function inReadersLanguage(
  { texts }: Article,
  reader: string,
): ArticleText & { lang: string } {
  const lang = languageFor(texts, reader)
  return { title: '', text: '', ...texts.get(lang), lang }
}

/** Articles as a form shows them. */
export function typedArticles(articles: readonly Article[]): TypedArticle[] {
  return articles.map(({ number, texts }) => ({
    number,
    texts: textsOf((lang) => texts.get(lang)),
  }))
}

/** Typed articles as a page shows them: those of which something is typed, in the languages in which it is. */
export function articlesOf(typed: readonly TypedArticle[]): Article[] {
  return typed
    .map(({ number, texts }) => {
      const said = Object.entries(texts).filter(([, { title }]) => !isBlank(title))
      return { number, texts: new Map(said) }
    })
    .filter(({ texts }) => texts.size > 0)
}

/** An article of which nothing is typed yet. */
export function blankArticle(number: number): TypedArticle {
  return { number, texts: textsOf(() => undefined) }
}

function textsOf(find: (lang: OfferedLocale) => ArticleText | undefined): TypedArticle['texts'] {
  return inEachLocale((lang) => find(lang) ?? { title: '', text: '' })
}

/** Whether they say the same, to the letter. */
export function sameArticles(
  one: readonly TypedArticle[],
  other: readonly TypedArticle[],
): boolean {
  return canonicalJson(documentOf(one)) === canonicalJson(documentOf(other))
}

/** The SHA-256 of all that a version says, in hexadecimal: what the journal has of it. */
export function digestOf(articles: readonly TypedArticle[]): string {
  return sha256(canonicalJson(documentOf(articles))).toString('hex')
}

/** A language that is left out is no part of it: what an older journal says still holds when the site learns another. */
function documentOf(articles: readonly TypedArticle[]): Json {
  const languages = languagesOf(articles)
  return articles.map(({ number, texts }) => ({
    number,
    ...Object.fromEntries(languages.map((lang) => [lang, { ...texts[lang] }])),
  }))
}

type Row = { article: number; lang: string; title: string; text: string }

/** The articles of a version from its rows, which come by number. */
export function gatherArticles(rows: readonly Row[]): Article[] {
  return [...Map.groupBy(rows, ({ article }) => article)].map(([number, texts]) => ({
    number,
    texts: new Map(texts.map(({ lang, title, text }) => [lang, { title, text }])),
  }))
}
