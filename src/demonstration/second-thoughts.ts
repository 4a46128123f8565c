import type { SecondThought } from './sample.ts'

/** Words thought over, taken back, or taken out of sight, before the editors answered. */
export const secondThoughts: SecondThought[] = [
  {
    of: 'guichet-deux',
    daysAgo: 55.37,
    act: 'withheld',
    rule: 3,
    reason:
      'Ce message vise une agente que l’on peut reconnaître. La critique du service a toute sa place ici, et son auteur peut la redire sans elle.',
  },
  { of: 'compte-deux-fois', daysAgo: 48.43, act: 'withdrawn' },
  {
    of: 'agent-competent',
    daysAgo: 44.16,
    act: 'revised',
    wording:
      'Cet agent peut demander que la décision soit réexaminée ; sans ce pouvoir, il n’est qu’une voix de plus.',
    body: 'Une place en crèche est attribuée par une commission. Aucun agent ne peut la « modifier » tout seul, et c’est heureux. Écrivez ce qui est possible. (J’ai gardé votre fin de phrase, qui est bonne, et retiré ma première ligne, qui ne l’était pas.)',
  },
]
