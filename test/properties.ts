import { configureGlobal } from 'fast-check'

export * from 'fast-check'

/**
 * Properties are tried on the same examples every time, so that a change is judged by what it changes;
 * `npm run test:hunt` draws others, whose seed fast-check prints where one fails.
 */
if (process.env['VIVACE_TEST_HUNT'] !== '1') configureGlobal({ seed: 20_261_127 })
