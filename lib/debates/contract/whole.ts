// The contracts of debates, apart from the reading room's: pages that show no debate do not carry them.

import { claimContract } from './claims'
import { debateContract } from './debates'

export const debatesContract = { debates: debateContract, claims: claimContract }
