import { inReadersLanguage, type Article, type ArticleText } from './article.ts'

/** What became of an article from one version to another. */
export type ArticleChange = {
  number: number
  kind: 'added' | 'removed' | 'changed'
  /** Null where the version has no such article. */
  before: ArticleText | null
  after: ArticleText | null
}

/** The articles that differ in that language, by number: those that are the same are left out. */
export function compareArticles(
  before: readonly Article[],
  after: readonly Article[],
  lang: string,
): ArticleChange[] {
  const [old, now] = [byNumber(before, lang), byNumber(after, lang)]
  const numbers = [...new Set([...old.keys(), ...now.keys()])].toSorted((one, two) => one - two)
  return numbers.flatMap((number) => {
    const [was, is] = [old.get(number) ?? null, now.get(number) ?? null]
    if (was && is && was.title === is.title && was.text === is.text) return []
    return [{ number, kind: kindOf(was, is), before: was, after: is }]
  })
}

function byNumber(articles: readonly Article[], lang: string): Map<number, ArticleText> {
  return new Map(
    articles.map((article) => [article.number, inReadersLanguage(article, lang)] as const),
  )
}

function kindOf(before: ArticleText | null, after: ArticleText | null): ArticleChange['kind'] {
  if (before === null) return 'added'
  return after === null ? 'removed' : 'changed'
}
