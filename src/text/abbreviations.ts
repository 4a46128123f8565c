import { wordSet } from './word-set.ts'

/** Titles: a sentence never ends after them. Abbreviations are written without their full stop. */
export const openAbbreviations = wordSet(`
  M MM Mme Mmes Mlle Mlles Mgr Me Pr Vve Ste Sts
  cf Cf c.-à-d p.ex av apr env chap Chap arr Bd bd boul
  Mr Mrs Ms Dr Drs Prof Rev Hon hon Gov Sen Rep Mt Messrs Capt Lt Sgt Maj Gen
  vs e.g i.e E.g I.e viz
  Sr Sra Sres Sras Srta Srs Dra Dres Profa Exmo Exma Exmos Exmas Excmo Excma Ilmo Ilma Lic Mons
  Ud Uds Vd Vds D.ª Dña Sto Sta Avda p.ej v.g v.gr Eng Arq Exa Exas
  أ.د د.م م.م
`)

/** A sentence may end after them, but does so only before a word that begins sentences. */
export const innerAbbreviations = wordSet(`
  éd Cass Civ civ Crim crim Req Bull Gaz Trib obs concl rapp chron comm préc spéc trad dir coll plén op loc
  St U.S U.K U.N E.U S.A S.A.R.L S.A.S S.C.I S.L Co Jr v Fed Th Ph Ch Chr Cl Com com Soc soc Ass Comm
  EE UU EE.UU e.a ob Cía Cia
`)

/** Abbreviations that announce a number: only a number goes on with the sentence. */
export const numberAbbreviations = wordSet(`
  art Art arts Arts ART al Al p P pp n N nos Nos no No vol Vol fig Fig tab Tab h
  par para Para paras sect Sect sec Sec sched Sched cl reg Reg ann Ann ch Ch inc ex ed div
  tél Tél Tel réf Réf ref Ref
  janv févr avr juill sept oct nov déc Jan Feb Apr Aug Sept Oct Nov Dec
  núm Núm núms pág Pág págs Págs cap Cap caps apdo párr tít Tít disp alín proc Proc exp Exp
  ene feb dic fev dez
  ص ج ط رقم ف
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
  الفقرة البند المرفق الملحق الجدول الفئة القسم المجموعة النقطة الباب
`)

/** Words that begin a sentence and no name. */
export const sentenceOpeners = wordSet(`
  Il Ils Elle Elles On Ce Cet Cette Ces Cela Ceci Un Une Nous Vous Je Aucun Aucune Chaque Tout Toute Tous
  Toutes Son Sa Ses Leur Leurs Dans En Pour Par Sur Sans Si Lorsque Quand Toutefois Cependant Ainsi Mais Or
  Puis Aux Au
  The This That These Those It He She They We You An In On At For If When Where However But And Such Any
  All Each No His Her Its Their There Under
  Una Unos Unas Este Esta Estos Estas Ese Esa Por Para Cuando Sin Se Su Sus Es Y Pero Ella
  Ellos Ellas Nosotros También
  Um Uma Em Na Nos Nas Quando Ele Ela Eles Elas Não É Mas Seu Sua Isso Esse Essa
`)

/** Articles: before a small letter they begin a sentence, before a capital a name («J. Le Goff»). */
export const articles = wordSet(`Le La Les Des De Du El Los Las Lo O A Os As`)
