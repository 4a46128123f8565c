export { ArticleFields } from './article-fields.tsx'
export {
  articlesOf,
  blankArticle,
  carryArticles,
  digestOf,
  gatherArticles,
  inReadersLanguage,
  languageFor,
  languagesOf,
  readArticles,
  sameArticles,
  typedArticles,
  type Article,
  type ArticleProblem,
  type TypedArticle,
} from './article.ts'
export { Articles } from './articles.tsx'
export { compareArticles } from './compare-articles.ts'
export { parseArticles } from './forms.ts'
export { RedlinedArticles } from './redlined-articles.tsx'
export { VersionList } from './version-list.tsx'
