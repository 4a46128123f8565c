/** Why somebody was warned, then kept from taking part for a time, and what they have against it. */
export const sanctioned = {
  of: 'guichet-deux',
  by: 'grincheux' as const,
  rule: 3,
  warnedDaysAgo: 55.2,
  warned:
    'Votre message désignait une agente que tout le quartier reconnaît. Dites ce qui ne va pas au guichet, sans dire qui s’y trouve.',
  bannedDaysAgo: 1.5,
  days: 14,
  banned:
    'Prévenu une première fois, vous avez redit le prénom de cette agente, et l’heure à laquelle elle tient le guichet. Ces mots sont retirés. Vous pourrez de nouveau participer dans deux semaines.',
  contestedDaysAgo: 0.7,
  contested:
    'J’ai dit un prénom, pas un nom, et je l’ai effacé le jour même. Deux semaines, c’est plus long que le temps qu’il reste pour contribuer.',
}

/** What the guarantor says of the second edition, and of what they had counted wrongly. */
export const opinion = {
  by: 'garante' as const,
  edition: '2',
  lang: 'fr',
  title: 'Avis sur la deuxième édition',
  daysAgo: 12.4,
  body: `J’ai relu une à une les réponses publiées avec cette édition, et je les ai comparées aux contributions.

- **Rien ne manque.** Chaque contribution est publiée, masquée avec son motif, ou retirée par qui l’avait écrite.
- **Le motif dit vrai.** J’ai lu les mots masqués ; ils désignaient quelqu’un, comme il est écrit.
- **Des réponses sont venues tard.** Le délai annoncé n’est tenu que si quelqu’un le surveille.

Je recommande que l’édition suivante dise, pour chaque réponse, combien de jours elle a demandés, et que les deux textes masqués soient relus.`,
  correctedDaysAgo: 11.3,
  correction: ['les deux textes masqués soient relus', 'le texte masqué soit relu'] as const,
  reason: 'J’avais compté deux fois la même contribution masquée.',
}
