import { wordSet } from './word-set.ts'

/** Abbreviations after which a sentence never ends, without their full stop. */
export const openAbbreviations = wordSet(`
  M MM Mme Mmes Mlle Mlles Mgr Me Pr Vve Ste Sts
  cf Cf c.-à-d p.ex éd av apr env chap Chap arr Bd
  Mr Mrs Ms Dr Drs Prof Rev Hon hon Gov Sen Rep St Mt
  vs e.g i.e E.g I.e viz U.S U.K U.N
  Sr Sra Sres Sras Srta Srs Dra Profa Exmo Exma Ilmo EE Ud Uds Vd Vds D.ª Dña p.ej
`)

/** Abbreviations that announce a number: only a number goes on with the sentence. */
export const numberAbbreviations = wordSet(`
  art Art arts Arts ART al Al p pp n N nos Nos no No vol Vol fig Fig tab Tab
  par sect Sect ann Ann ch Ch inc ex ed div
  núm Núm núms pág Pág págs cap Cap apdo
`)

/**
 * Words after which a capital letter is a reference («au I. Le…», «annexe A. La…»), so that the
 * full stop ends the sentence, and not an initial («par J. Dupont»).
 */
export const referenceWords = wordSet(`
  au aux du des le la les l article articles annexe partie titre chapitre livre groupe point
  lettre catégorie classe tableau
  the part annex appendix schedule chapter section title table group class category plan type
  el los del al artículo anexo parte título capítulo grupo
  do ao da dos das artigo
`)
