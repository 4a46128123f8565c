export { groupRoutes, groupPages, type GroupPanels } from './routes.tsx'
export { groupHere, groupsLink, keepGroupsLink } from './panels.tsx'
export { addressesOf as groupAddresses } from './addresses.ts'
export {
  findGroup,
  findGroupWith,
  listAllGroups,
  listGroupActAccounts,
  listGroupsOf,
} from './store.ts'
export { payloadOfGroupAct, replay, type Group, type GroupAct } from './group.ts'
export { makeGroup } from './keep-group.ts'
