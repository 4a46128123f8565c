import type { SampleAnswer } from './sample.ts'

/** What the editors answered before edition 2, which prints it, and what they changed for it. */
export const answers: SampleAnswer[] = [
  {
    daysAgo: 42.26,
    to: ['affichage'],
    decision: 'accepted',
    reason:
      'L’affichage à l’accueil vaut pour toutes les communes, y compris celles qui n’ont qu’une ligne à montrer.',
  },
  {
    daysAgo: 41.26,
    to: ['sous-traitants', 'duree'],
    decision: 'accepted',
    reason:
      'Vous visez la même phrase et vous avez raison l’une et l’autre. Elle nomme désormais les sous-traitants, comme M. Maréchal y était prêt, et demande une date au lieu d’une durée.',
    byHand: {
      on: 'Chaque collectivité tient à jour la liste',
      replaces: 'qui les reçoit et combien de temps elles sont gardées',
      wording: 'qui les reçoit, sous-traitants compris, et jusqu’à quelle date elles sont gardées',
      reason: 'Une question et une remarque portaient sur les deux moitiés de la même phrase.',
    },
  },
  {
    daysAgo: 40.13,
    to: ['gros-caracteres'],
    decision: 'accepted',
    reason:
      'Mot pour mot. Nous avons posé l’étiquette de l’essai à deux mètres de quatre relecteurs ; un seul l’a déchiffrée.',
  },
  {
    daysAgo: 39.56,
    to: ['trimestre', 'trimestre-aussi'],
    decision: 'accepted',
    reason:
      'Deux personnes sont arrivées au même mot par deux chemins, les conseils de quartier et les saisons. Deux communes entendues en audition publient déjà chaque trimestre, sans charge supplémentaire.',
  },
  {
    daysAgo: 38.14,
    to: ['cout-de-production'],
    decision: 'declined',
    reason:
      'Le coût existe, mais il doit se lire dans le prix du contrat au moment de le signer, et non à chaque remise. Nous ajouterons une phrase en ce sens si un amendement la propose.',
  },
  {
    daysAgo: 37.17,
    to: ['documentation'],
    decision: 'accepted',
    reason:
      'L’image des quatre cents tables nous a convaincus mieux qu’un raisonnement. La documentation part avec les données.',
  },
  {
    daysAgo: 36.37,
    to: ['agent-competent'],
    decision: 'accepted-in-part',
    reason:
      'Une commission ne peut être contredite par un guichet, vous avez raison. Mais une erreur de saisie n’a pas à attendre la commission : l’agent la corrige lui-même. Nous fixons aussi un délai, que votre texte laissait ouvert.',
    wording:
      'Cet agent corrige sur-le-champ une erreur matérielle et fait réexaminer la décision dans les quinze jours ; sans ce pouvoir, il n’est qu’une voix de plus.',
  },
  {
    daysAgo: 35.31,
    to: ['en-su-lengua'],
    decision: 'accepted-in-part',
    reason:
      'La langue, oui ; le mois, non. Nous ne pouvons promettre au nom de pairs qui ne nous doivent rien. À défaut de délai, la demande reste en vue : c’est la seule pression dont nous disposions honnêtement.',
    wording:
      'Celles qui cherchent un partenaire le disent, dans leur langue, et leur demande reste affichée jusqu’à ce que quelqu’un y réponde.',
  },
  {
    daysAgo: 34.19,
    to: ['empreinte'],
    decision: 'accepted',
    reason:
      'Merci. La phrase donne maintenant l’ordre de grandeur et son objet exact : l’empreinte carbone, en France, pour tous les équipements et non pour les seuls terminaux.',
    byHand: {
      on: 'L’essentiel de l’empreinte d’un terminal',
      replaces:
        'L’essentiel de l’empreinte d’un terminal vient de sa fabrication, non de son usage.',
      wording:
        'En France, près de quatre cinquièmes de l’empreinte carbone du numérique viennent de la fabrication des équipements, et non de leur usage.',
      reason: 'L’affirmation était juste et sans source ; une contribution l’a apportée.',
      citation: 'Ademe et Arcep, évaluation de l’impact environnemental du numérique, 2022',
      link: 'https://www.arcep.fr/',
    },
  },
  {
    daysAgo: 33.38,
    to: ['un-soixante-dix'],
    decision: 'accepted',
    reason:
      'C’est une faute, et elle est à nous : une division recopiée d’une autre ville. Corrigé, avec nos excuses aux professeurs de mathématiques et notre gratitude à leur élève.',
    byHand: {
      on: 'Provision pour le départ',
      replaces: '1,70 €',
      wording: '1,08 €',
      reason: 'Erreur de calcul : 43 000 € pour 40 000 habitants font 1,08 € par habitant.',
      erratum: true,
    },
  },
  {
    daysAgo: 32.19,
    to: ['telephone-recent'],
    decision: 'accepted',
    reason:
      'L’oubli était gênant dans un texte qui se termine au guichet. Nous avons placé la phrase dans la proposition 20, où elle oblige, plutôt que dans l’avant-propos, où elle aurait été aimable.',
    byHand: {
      on: 'Toute démarche d’une collectivité peut être accomplie sans écran',
      replaces: 'Personne n’a à dire pourquoi il préfère cette voie.',
      wording:
        'Personne n’a à dire pourquoi il préfère cette voie. La voie en ligne, elle, n’exige ni téléphone récent ni application à installer.',
      reason: 'Le texte oubliait les personnes dont l’appareil est ancien.',
    },
  },
  {
    daysAgo: 31.49,
    to: ['pret'],
    decision: 'accepted-in-part',
    reason:
      'Le prêt entre dans la proposition 6, où il figurait déjà d’un mot dans le tableau. Nous n’en faisons pas une proposition distincte : elle perdrait le lieu et la personne qui la rendent praticable. La connexion prêtée attendra une édition où l’on saura ce qu’elle coûte.',
    byHand: {
      on: 'La dernière ligne étonne les services',
      replaces: null,
      wording:
        'L’ordinateur emprunté se garde un mois, sans justificatif de revenus, comme un livre. Une heure d’accompagnement va avec, que l’on prend quand on veut.',
      reason: 'Le tableau annonçait un prêt dont le texte ne disait rien.',
    },
  },
  {
    daysAgo: 30.17,
    to: ['un-tiers'],
    decision: 'declined',
    reason:
      'L’argument est politique et nous le prenons comme tel : un tiers se défend mal en séance. Mais sans chiffre, la réciprocité est la première ligne que l’on coupe ; toutes les coopérations que nous avons vues le montrent. Mme Quiroga rappelle au surplus que ces heures ne sont pas des voyages.',
  },
  {
    daysAgo: 29.14,
    to: ['double-depense'],
    decision: 'declined',
    reason:
      'Un rapport de plus ne changerait pas la longueur de la file. La règle ne punit personne : elle suspend une publicité tant que l’autre porte est trop lente.',
  },
  {
    daysAgo: 28.31,
    to: ['douze-c-est-trop', 'deux-lieux'],
    decision: 'noted',
    reason:
      'Vous posez, dans les deux cas, la question du nombre. Douze personnes et vingt minutes de marche sont des bornes choisies, non démontrées. Nous les gardons pour cette édition et publierons, avant la suivante, ce que les communes qui les essaient en disent. D’ici là, « ouvre » veut bien dire « ouvre ».',
  },
  {
    daysAgo: 27.45,
    to: ['trop-long', 'version-audio'],
    decision: 'noted',
    reason:
      'M. L. a raison sur la longueur, et il a lu jusqu’au bout ; Mme R. propose le remède. Un enregistrement par des voix volontaires est prévu après la deuxième édition, et la deuxième partie est réservée.',
  },
  {
    daysAgo: 27.27,
    to: ['il-ne-dit-pas-non', 'triage'],
    decision: 'noted',
    reason:
      'Vos deux arguments, l’un pour et l’autre contre, tiennent à un mot. « Refus » au lieu de « décision défavorable » les accorderait peut-être. Nous attendons un amendement et n’y touchons pas avant.',
  },
  {
    daysAgo: 26.33,
    to: ['cinquante-ans'],
    decision: 'noted',
    reason:
      'Le calcul, donc : deux appareils à 390 €, neuf étiquettes à 1,70 € remplacées chaque année. 780 divisé par 15,30 donne cinquante et un. Les prix sont inventés, la division non.',
  },
  {
    daysAgo: 25.29,
    to: ['repondeur', 'classeur-rouge', 'mesa-por-barrio'],
    decision: 'noted',
    reason:
      'Trois réussites locales, et chacune dit ce qu’elle a raté : c’est la rubrique que demande la proposition 14. Elles restent attachées à leur passage. Rien à changer au texte, sinon à vous remercier.',
  },
]

/** What they answered since: an amendment that was accepted waits for edition 3. */
export const lateAnswers: SampleAnswer[] = [
  {
    daysAgo: 9.58,
    to: ['mobilier-scandinave'],
    decision: 'noted',
    reason:
      'Le texte ne nommait personne ; vous l’avez fait, et avec élégance. Nous reviendrons voir à dix-neuf heures.',
  },
  {
    daysAgo: 4.18,
    to: ['compte-publie'],
    decision: 'accepted',
    reason:
      'Un compte que personne ne lit se vide ; six semaines de travail méritent une ligne dans la prochaine édition.',
  },
]
