import type { Action } from '@vertretbar/domain/access-policy'
import type { Example, Taken } from './example.ts'
import { hasAtAll, mayDo } from './policy-reading.ts'
import type { Position, Viewer } from './region.ts'

/** The status that the policy asks for, said in its own words: a right to ask, then to know of it, then to do it. */
export function expectedStatus(
  action: Action,
  example: Example,
  { viewer, position }: { readonly viewer: Viewer; readonly position: Position },
): number {
  const may = ({ right, on }: Taken) => mayDo(viewer, right, on(position))
  const isThere = position !== 'elsewhere' && position !== 'missing'
  const { seenBy, of, alone, takes = [], status, unknown = 404 } = example
  if (!hasAtAll(viewer, action)) return 403
  if (seenBy !== undefined && (!isThere || !may(seenBy))) return 404
  if (of !== undefined && (!isThere || (viewer !== of && viewer !== 'coordinator'))) return 404
  if (alone !== undefined && (!isThere || viewer !== alone)) return 404
  if (!takes.every(may)) return 403
  return isThere ? status : unknown
}
