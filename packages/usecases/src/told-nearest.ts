import { toldToOthers } from '@vertretbar/domain/disclosure'
import type { AuthorityCandidates, NearestCandidate } from '@vertretbar/domain/plan'
import type { Viewer } from './viewer.ts'

/** Who came nearest to what a plan leaves short, of whom one may know, and of the others how many each code bars. */
export interface ToldNearest {
  readonly nearest: readonly NearestCandidate[]
  readonly barred: readonly Pick<AuthorityCandidates, 'authority' | 'barred'>[]
}

/** Tells the candidates of each authority as far as somebody may know them; a place among all would tell of others. */
export function toldNearest({ access }: Viewer, byAuthority: readonly AuthorityCandidates[]): ToldNearest {
  const groups = byAuthority.map((group) => ({ group, at: { places: [{ authority: group.authority }] } }))
  const named = groups.flatMap(({ group, at }) => {
    if (access.may('see-codes', at)) return group.nearest
    if (!access.may('see-name', at)) return []
    return group.nearest.map((one) => ({ ...one, codes: toldToOthers(one.codes) }))
  })
  return {
    nearest: named
      .toSorted((a, b) => a.codes.length - b.codes.length || (a.specialist < b.specialist ? -1 : 1))
      .slice(0, 3),
    barred: groups
      .filter(({ at }) => !access.may('see-codes', at) && !access.may('see-name', at))
      .filter(({ group }) => group.barred.length > 0)
      .map(({ group: { authority, barred } }) => ({ authority, barred })),
  }
}
