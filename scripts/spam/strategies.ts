import { accountMill } from './account-mill.ts'
import { copyCampaign } from './copy-campaign.ts'
import { flood } from './flood.ts'
import { linkFarm } from './link-farm.ts'
import type { Strategy } from './post.ts'
import { reposts } from './reposts.ts'

/** Written before the defence, and left as they are: who changes them says why in a commit of its own. */
export const strategies: readonly Strategy[] = [flood, accountMill, copyCampaign, linkFarm, reposts]
