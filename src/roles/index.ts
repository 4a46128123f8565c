export { grantRole } from './grant-role.ts'
export { saveGrant } from './store.ts'
