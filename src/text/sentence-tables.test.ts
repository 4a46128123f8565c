import assert from 'node:assert/strict'
import { test } from 'node:test'

import { splitSentences } from './sentences.ts'

/** A line each, where bars stand where its sentences part. */
const splits = {
  fr: `
M. Dupont parle. |Mme Durand répond.
MM. J.-B. Say et V. Hugo siègent. |Ils votent.
Me Lefort plaide pour Mgr. Aubert. |La cour entend.
L’art. 3 s’applique. |L’art. 4 aussi.
Voir p. 12 et pp. 15 à 18. |Le reste suit.
Voir l’al. 2 de l’art. 12. |Il est clair.
La loi n° 78-753 du 17 juillet 1978. |Elle est abrogée.
Le 1° est supprimé. |Le 2° est maintenu.
Les articles L. 121-3 et R. 413-5 du code. |Ils renvoient au décret.
L’article L. O. 176 du code électoral. |Rien d’autre.
Cass. civ. 3e, 12 mai 2010, n° 09-14.560. |La Cour casse.
Cass. 1re civ., 3 mars 1998. |Bull. civ. I, n° 85.
Le livre de J. B. Dupont est épuisé. |On le réédite.
Selon A. Martin et B. Le Goff, rien ne presse. |Ils attendent.
Il hésite… |Puis il signe.
Il hésite… et il signe. |Voilà.
Il hésite... |Puis il signe.
M. X... a saisi le tribunal. |Mme Y… s’y oppose.
La société versait à M. X… Durand une rente. |Elle cessa.
«\u00A0Il faut agir.\u00A0» |Elle se tait.
Elle dit\u00A0: «\u00A0Je pars. |Tu restes.\u00A0» |Puis elle sort.
«\u00A0Pourquoi\u202F?\u00A0» demande-t-il. |Personne ne répond.
Elle dit\u00A0: “Je reste.” |Et elle resta.
Le projet (voir l’annexe II) avance. |(Il sera voté en mai.) |La suite en juin.
Le délai est de trois mois (sauf urgence\u202F!). |Il court du dépôt.
Il comprend\u00A0: 1° les avis\u202F; 2° les rapports\u202F; 3° les cartes. |Il est public.
Sont exclus\u202F: a) les mineurs\u202F; b) les absents. |Les autres votent.
Le taux passe de 1,5 à 2.75 %. |Il était de 1.000 en 1990.
La séance est levée à 18 h. 30. |Elle reprend à 21 h 30.
Voir https://example.org/a.b?Page=1.A pour la suite. |Merci.
Écrire à j.dupont@example.org. |Une réponse suit.
Le site www.example.org. |Il est ouvert.
Les frais, les taxes, etc. |Le reste est gratuit.
Les frais, etc. sont dus. |Ils sont fixes.
En 52 av. J.-C. |Rome avance.
Les biens, c.-à-d. les meubles, sont exclus. |Les autres restent.
Il est soumis au I. |Un décret le précise.
I. – Le présent article. |II. – Le suivant.
Art. 40-2. – Sauf stipulation contraire. |Rien ne change.
Article 1er. Le titre est modifié. |Il entre en vigueur.
«\u00A0Art. L. 1425-3. – Les collectivités agissent. |Elles délibèrent.\u00A0»
La S.N.C.F. |Elle transporte.
La S.A.R.L. Martin a gagné. |Elle fait appel.
Le texte […] est adopté. |Il est publié.
Le texte est adopté. |[…] Il est publié.
Le roi (?) Louis mourut. |On l’oublia.
Trois mois, c’est trop. |12 personnes sont parties.
Il a deux défauts. |1° il est lent\u202F; 2° il est cher.
Elle l’a dit.1 |Lui aussi.
Elle l’a dit.[12] |Lui aussi.
Arrêtez\u202F! dit le président. |Il suspend la séance.
Quoi\u202F?! |Rien.
Le rapport de janv. 2010 est clos. |Celui d’oct. 2011 suit.
Voir obs. Martin sous Crim. 3 mai 2001. |Il approuve.
Le décret du 1er. |Il abroge.
Elle habite 3 bd. Voltaire. |Elle y reste.
Ch. Dupont et Th. Aubert signent. |Ils partent.
Il gagne 1\u00A0500\u00A0€. |3\u00A0000\u00A0€ partent.
L’art. R.* 123-4 du code. |Il précise.
Il est parti. |• les autres restent.`,
  en: `
Mr. Smith and Mrs. Jones met Dr. Brown. |They agreed.
See No. 5 and Nos. 6 to 9. |No. |He left.
Some grounds, e.g. cost, are open. |Others, i.e. delay, are not.
The U.S. Senate voted. |The House did not.
He lives in the U.S. |He likes it.
The U.K. Government replied. |It was late.
Acme Inc. filed a claim. |The court sat.
Acme Inc. |The court sat.
Brown v. Board of Education was decided in 1954. |It stands.
See Art. 5, para. 2, p. 12. |It is clear.
Under sec. 3 and ch. 4, fees are due. |They are fixed.
“We agree.” |She signed.
“Do we agree?” she asked. |Nobody spoke.
He said, “Go.” |Then he slept.
"We agree." |She signed.
The plan (see Annex A) holds. |(It was voted in May.) |It begins in June.
It begins at 10.30 a.m. on Monday. |Bring a pen.
It costs 1,000.50 in all. |Pay now.
Read https://example.org/Read.Me?Q=1 first. |Then reply.
Write to j.smith@example.org. |An answer follows.
J. R. R. Tolkien wrote it. |He lived long.
He waited… |Then he left.
He waited... and left. |Nobody saw.
See Annex A. |The list follows.
(a) The first part. |(b) The second part.
1. The first rule. |2. The second rule.
Article 3. The rule applies. |It is strict.
It was said.3 |Others disagree.
Smith et al. 2010 disagree. |They cite data.
Prof. Lee, Ph.D., spoke. |We listened.
The Jan. 5 report is late. |The Sept. 9 one is not.
St. Mary’s School vs. the Council. |It lost.
Two things matter. |12 people left.
Wait! |Why?! |Nobody knows.`,
  es: `
El Sr. D. Juan Pérez y la Sra. D.ª Ana Gil firman. |Fin.
Véase la pág. 3 y el núm. 4. |Luego sigue.
El art. 5 se aplica. |Los arts. 6 y 7 no.
El apdo. 2 del art. 3. |Es claro.
¿Cuándo entra en vigor? |Mañana.
¡No es posible! |Sí lo es.
«¿Por qué?», preguntó. |Nadie respondió.
«Nos vamos.» |Ella calló.
Dijo: «Me voy. |Tú te quedas». |Y salió.
La Ley 39/2015, de 1 de octubre. |El R.D. 3/2010 la desarrolla.
EE. UU. aprobó la norma. |España no.
El 1.º de mayo es fiesta. |El 2.º día no.
1.º Las leyes. |2.º Los decretos.
Artículo 1. El objeto es claro. |Se aplica a todos.
Artículo único. Se aprueba el texto. |Entra en vigor hoy.
Comprende: a) los gastos; b) las tasas. |El resto es gratuito.
El Excmo. Sr. Ministro y la Ilma. Sra. Directora asisten. |Se abre el acto.
El Dr. García y la Dra. López llegan a las 10.30 h. |Empiezan.
Cuesta 1.500,50 euros. |Es caro.
Véase https://example.org/a?B=1. |Gracias.
Escriba a j.perez@example.org. |Le responderán.
Los gastos, p. ej. los viajes, se pagan. |Los demás, no.
Dudó… |Luego firmó.
Los gastos, etc. |El resto es gratis.
(El anexo se publica aparte.) |La norma sigue.
El anexo A. |La lista sigue.
En el cap. 3, párr. 2, se dice. |Es falso.
Ud. tiene razón. |Lo sé.
La S.A. Textil quebró. |Se liquidó.
A. Gómez y B. de la Cruz votan. |Ganan.`,
  pt: `
O Exmo. Sr. Ministro chegou. |A sessão abre.
O Sr. Silva e a Dra. Lima leem. |Fim.
O n.º 5 do art.º 5.º aplica-se. |O n.º 6 não.
Nos termos do art. 3.º, n.º 2, al. b), do Código. |É claro.
1.º O prazo. |2.ª A forma.
A 2.ª Secção decidiu. |O recurso falhou.
Ver pág. 7 e págs. 9 a 12. |Segue-se o resto.
A Lei n.º 23/2004, de 22 de junho. |Foi revogada.
Artigo 1.º Objeto da lei. |A lei define tudo.
Artigo 2. O objeto é claro. |Aplica-se a todos.
V. Exa. tem razão. |Eu sei.
O Eng. Costa e o Prof. Doutor Reis assinam. |Saem.
«Vamos embora.» |Ela calou-se.
“Quando?”, perguntou ele. |Ninguém sabe.
Disse: «Vou. |Tu ficas.» |E saiu.
Custa 1.500,50 euros. |É caro.
Começa às 10.30 h. em Lisboa. |Acaba tarde.
Ver https://example.org/a?B=1.A para mais. |Obrigado.
Escreva a j.silva@example.org. |Terá resposta.
Inclui: a) as taxas; b) os custos. |O resto é livre.
Hesitou… |Depois assinou.
As taxas, etc. |O resto é livre.
(O anexo sai à parte.) |A norma segue.
Ver o anexo A. |A lista segue.
A Silva & Cia. Ltda. faliu. |Foi liquidada.
Não é possível! |Porquê? |Ninguém diz.
J. P. Costa e M. A. Reis votam. |Ganham.
No cap. 3, p. 12, diz-se. |É falso.
O Proc. 123/2010 findou. |O outro não.
Já o disse.1 |Ninguém ouviu.`,
  ar: `
هل هذا ممكن؟ |نعم.
وصل د. أحمد إلى القاعة. |ثم تكلم.
حضر م. سامي و أ. ليلى. |بدأت الجلسة.
قال أ.د. كريم كلمته. |صفق الجميع.
تنص المادة 3 على ذلك. |لا استثناء.
المادة 3. يطبق القانون. |لا استثناء.
المادة ١٢. يطبق القانون. |لا استثناء.
السعر ١٫٥ دينار. |لا زيادة.
النسبة 2.5 في المئة. |كانت 1.5 قبل عام.
يشمل ما يلي: أ) الرسوم؛ ب) الضرائب. |الباقي مجاني.
الرسوم؛ الضرائب؛ الغرامات. |كلها واجبة.
انظر ص. 12 من التقرير. |الأمر واضح.
انظر ج. 2 ص. 15. |الأمر واضح.
قال: «نرحل الآن.» |ثم سكت.
قال: «نرحل. |نعود غدا.» |ثم سكت.
«لماذا؟» |لا أحد يعلم.
انتظر! |لا تذهب.
انتظر… |ثم ذهب.
انتظر... |ثم ذهب.
(ينشر الملحق وحده.) |النص مستمر.
صدر سنة 2010 م. |ثم ألغي.
صدر سنة 1431 هـ. |ثم ألغي.
1. القاعدة الأولى. |2. القاعدة الثانية.
أ. القاعدة الأولى. |ب. القاعدة الثانية.
١. القاعدة الأولى. |٢. القاعدة الثانية.
راجع https://example.org/a?b=1 أولا. |ثم أجب.
اكتب إلى a.b@example.org. |يصلك الرد.
نصت عليه الفقرة أ. |وهي واضحة.
القانون رقم 12-34 نافذ. |صدر أمس.
هل حضر؟ |نعم حضر.`,
}

for (const [lang, lines] of Object.entries(splits)) {
  test(`sentences part where readers part them: ${lang}`, () => {
    for (const marked of lines.trim().split('\n')) {
      const text = marked.replaceAll('|', '')
      const parts = splitSentences(text, lang).map(({ start, end }) => text.slice(start, end))
      assert.equal(parts.join('|'), marked)
    }
  })
}
