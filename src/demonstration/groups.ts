/** Contributions that the editors read together. */
export const group = {
  by: 'rapporteur' as const,
  daysAgo: 8.4,
  title: 'Ne laisser personne de côté faute d’écran, de bonne vue ou de téléphone récent',
  shared:
    'Chacune demande que l’on puisse lire, entendre ou dire autrement que par un écran que l’on n’a pas.',
  of: ['affichage', 'gros-caracteres', 'telephone-recent', 'version-audio', 'livreur'],
}

/** What contributions contradict each other on. */
export const controversy = {
  by: 'rapporteur' as const,
  daysAgo: 7.6,
  publishedDaysAgo: 7.2,
  question: 'Un lieu d’aide dans chaque quartier, ou deux lieux bien ouverts ?',
  lead: 'La proposition demande un lieu à moins de vingt minutes de marche. La rédaction a gardé cette distance pour la deuxième édition, et publiera ce que les communes qui l’essaient en disent.',
  positions: [
    {
      statement: 'Un lieu par quartier : c’est la distance qui décourage, avant les horaires.',
      of: ['samedi', 'deux-bus'],
    },
    {
      statement: 'Deux lieux ouverts le soir et le samedi servent mieux une petite ville.',
      of: ['deux-lieux'],
    },
  ],
}
