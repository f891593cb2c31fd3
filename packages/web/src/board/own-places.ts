import { rightsTo } from '@vertretbar/domain/access-policy'
import type { Grant } from '@vertretbar/domain/member'
import type { Place } from './names.ts'

/** Where somebody belongs, and where they are told gaps; elsewhere they are told at most that cover is needed. */
export interface OwnPlaces {
  readonly isOwn: (authority: string) => boolean
  readonly seesGapsOf: (place: Place) => boolean
  /** Whether there is any place of whose gaps they are told. */
  readonly seesGaps: boolean
}

/** The places of whoever has these roles. */
export function ownPlaces(grants: readonly Grant[]): OwnPlaces {
  const scopes = rightsTo('see-gap')
  const own = new Set(grants.flatMap((grant) => ('authority' in grant ? [grant.authority] : [])))
  return {
    isOwn: (authority) => own.has(authority),
    seesGapsOf: (place) =>
      grants.some((grant) => {
        const scope = scopes[grant.role]
        if (scope === undefined || !('authority' in grant) || grant.authority !== place.authority) return false
        return scope === 'authority' || !('area' in grant) || grant.area === place.area
      }),
    seesGaps: grants.some(({ role }) => scopes[role] !== undefined),
  }
}
