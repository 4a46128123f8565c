/** What a reader flagged, and waits for a moderator. */
export const flagged = {
  of: 'mobilier-scandinave',
  daysAgo: 2.4,
  by: 'association' as const,
  rule: 3,
  words: 'liquidation',
  explanation:
    'La commune est petite : dire d’où venaient les meubles désigne le seul magasin qui ait fermé. Sa propriétaire se reconnaîtra, et les autres aussi.',
}

/** What the author of what was withheld has against it. */
export const contested = {
  of: 'guichet-deux',
  daysAgo: 1.6,
  by: 'grincheux' as const,
  reason:
    'Je n’ai donné aucun nom. Si l’on reconnaît quelqu’un, c’est que tout le monde avait déjà remarqué la même chose. Masquez la phrase sur le guichet si vous y tenez, mais pas le reste.',
}
