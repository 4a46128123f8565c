import { canonicalJson } from '../platform/canonical.ts'
import type { ImportCounts } from './store.ts'
import type { Consultation, ConsultationTarget, Votes } from './read-consultation.ts'

/** What the rows of an import must hold, counted in the files. */
export function countConsultation(consultation: Consultation): ImportCounts {
  const { articles, proposals, arguments: said, sources, authors } = consultation
  return {
    articles: articles.length,
    sections: new Set(proposals.map(({ section }) => section)).size,
    propositions: proposals.length,
    argumentsOnArticles: countOn(said, 'article'),
    argumentsOnProposals: countOn(said, 'proposal'),
    sourcesOnArticles: countOn(sources, 'article'),
    sourcesOnProposals: countOn(sources, 'proposal'),
    withheld: [...proposals, ...said].filter(({ trashed }) => trashed).length,
    votes: sum([...articles, ...proposals].map(({ votes }) => total(votes))),
    supports: sum([...said, ...sources].map(({ supports }) => supports)),
    authors: authors.length,
  }
}

/** Whether as much is stored as was read, of everything. */
export function agree(read: ImportCounts, stored: ImportCounts): boolean {
  return canonicalJson(read) === canonicalJson(stored)
}

function countOn(
  list: readonly { on: ConsultationTarget }[],
  kind: ConsultationTarget['kind'],
): number {
  return list.filter(({ on }) => on.kind === kind).length
}

function total(votes: Votes): number {
  return votes.agree + votes.mixed + votes.disagree
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
