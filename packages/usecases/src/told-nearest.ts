import type { BarredAtAuthority, NearestCandidate, Uncovered } from '@vertretbar/domain/plan'
import type { Viewer } from './viewer.ts'

/** Who came nearest to what a plan leaves short, of whom one may know, and of the others how many each code bars. */
export interface ToldNearest {
  readonly nearest: readonly NearestCandidate[]
  readonly barred: readonly BarredAtAuthority[]
}

/**
 * Tells who came nearest of the authority's own people to whoever may see what bars them. A place among all candidates
 * would tell of others: it is told only to whoever may see that of everybody.
 */
export function toldNearest({ snapshot, access }: Viewer, { requirement, nearest, apart }: Uncovered): ToldNearest {
  const { requirements, authorities } = snapshot.region
  const mayKnow = (authority: string | undefined): boolean =>
    authority !== undefined && access.may('see-codes', { places: [{ authority }] })
  if (authorities.every(({ id }) => mayKnow(id))) return { nearest, barred: [] }
  const home = requirements.find(({ id }) => id === requirement)?.authority
  const { own = [], barred = [] } = apart ?? {}
  if (!mayKnow(home)) return { nearest: [], barred }
  return { nearest: own, barred: barred.filter(({ authority }) => authority !== home) }
}
