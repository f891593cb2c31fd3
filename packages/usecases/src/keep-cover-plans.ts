import { coverPlanPage } from '@vertretbar/messages/cover-plan-page'
import { coverPlanView } from './cover-plan-view.ts'
import type { Ports } from './ports.ts'

/** Writes the cover plan of each authority of a region anew, in the place of all that were there; tells how many. */
export async function keepCoverPlans(
  { regions, coverPlans, now }: Pick<Ports, 'regions' | 'coverPlans' | 'now'>,
  region: string,
): Promise<number> {
  const snapshot = await regions.load(region)
  if (snapshot === undefined) return 0
  const planOf = coverPlanView(snapshot, now())
  const pages = new Map(snapshot.region.authorities.map(({ id }) => [id, coverPlanPage(planOf(id), 'de')]))
  await coverPlans.keep(region, pages)
  return pages.size
}
