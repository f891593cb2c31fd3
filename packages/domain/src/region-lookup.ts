import type { Feed } from './feed.ts'
import type { Member } from './member.ts'
import type { RegionIndex } from './region-index.ts'
import type { Requirement } from './requirement.ts'
import type { Absence, Specialist } from './specialist.ts'

/** Whom a command names, if they are there. */
export const specialistIn = ({ region }: RegionIndex, id: string): Specialist | undefined =>
  region.specialists.find((one) => one.id === id)

/** The absence that a command names, if it is there. */
export const absenceIn = ({ region }: RegionIndex, id: string): Absence | undefined =>
  region.absences.find((one) => one.id === id)

/** The requirement that a command names, if it is there. */
export const requirementIn = ({ region }: RegionIndex, id: string): Requirement | undefined =>
  region.requirements.find((one) => one.id === id)

/** The member that a command names, if it is there. */
export const memberIn = ({ region }: RegionIndex, id: string): Member | undefined =>
  (region.members ?? []).find((one) => one.id === id)

/** The feed that a command names, if it is there. */
export const feedIn = ({ region }: RegionIndex, id: string): Feed | undefined =>
  (region.feeds ?? []).find((one) => one.id === id)
