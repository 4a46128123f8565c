/**
 * The 106 criteria of the RGAA, version 4.1.2, by theme: their numbers only, which are a fact. What they are about is said
 * in our own words (`criterion-…` in `words.*.json`); the reference, with its tests, is at https://accessibilite.numerique.gouv.fr/.
 */
export const themes = [
  ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9'],
  ['2.1', '2.2'],
  ['3.1', '3.2', '3.3'],
  ['4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.8', '4.9', '4.10', '4.11', '4.12', '4.13'],
  ['5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8'],
  ['6.1', '6.2'],
  ['7.1', '7.2', '7.3', '7.4', '7.5'],
  ['8.1', '8.2', '8.3', '8.4', '8.5', '8.6', '8.7', '8.8', '8.9', '8.10'],
  ['9.1', '9.2', '9.3', '9.4'],
  [
    '10.1',
    '10.2',
    '10.3',
    '10.4',
    '10.5',
    '10.6',
    '10.7',
    '10.8',
    '10.9',
    '10.10',
    '10.11',
    '10.12',
    '10.13',
    '10.14',
  ],
  [
    '11.1',
    '11.2',
    '11.3',
    '11.4',
    '11.5',
    '11.6',
    '11.7',
    '11.8',
    '11.9',
    '11.10',
    '11.11',
    '11.12',
    '11.13',
  ],
  ['12.1', '12.2', '12.3', '12.4', '12.5', '12.6', '12.7', '12.8', '12.9', '12.10', '12.11'],
  [
    '13.1',
    '13.2',
    '13.3',
    '13.4',
    '13.5',
    '13.6',
    '13.7',
    '13.8',
    '13.9',
    '13.10',
    '13.11',
    '13.12',
  ],
] as const

type Criterion = (typeof themes)[number][number]
export const criteria: readonly Criterion[] = themes.flat()

export function isCriterion(text: string): text is Criterion {
  return criteria.some((criterion) => criterion === text)
}
