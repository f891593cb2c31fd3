import type { RegionView } from '@vertretbar/api/contract'

type Authority = RegionView['authorities'][number]

/** The order in which people name them: the district, its cities, its municipalities, what these have founded. */
const kinds: readonly Authority['kind'][] = ['district', 'city', 'municipality', 'joint-municipality', 'joint-body']

/** Authorities by kind, then by name. */
export const inOrder = (authorities: readonly Authority[]): Authority[] =>
  authorities.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.name.localeCompare(b.name, 'de'))
