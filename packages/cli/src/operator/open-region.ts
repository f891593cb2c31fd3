import { dateInGermany } from '@vertretbar/domain/calendar'
import { type Day, dayOf } from '@vertretbar/domain/half-day'
import type { Result } from '@vertretbar/domain/result'
import type { Ports, Snapshot } from '@vertretbar/usecases/ports'
import type { Report, Surroundings } from '../command.ts'
import type { Call } from '../command-line.ts'
import { chosenRegion } from '../installation/chosen-region.ts'
import { openStored } from '../open-stored.ts'
import type { Refusal } from '../refusal.ts'
import type { View } from '../view.ts'

type Answer = Promise<Result<Report, readonly Refusal[]>>

/** Works on the installation and the region that a call means; it is closed before the report is printed. */
export async function onInstallation(
  call: Call,
  surroundings: Surroundings,
  work: (ports: Ports, region: string) => Answer,
): Answer {
  await using stack = new AsyncDisposableStack()
  const opened = await openStored(call, surroundings)
  if (!opened.ok) return opened
  const { ports } = stack.use(opened.value)
  const chosen = await chosenRegion(ports.regions, call.regionId)
  return chosen.ok ? await work(ports, chosen.value) : chosen
}

/** A stored region as it stands, and the day it is looked at. */
export interface OpenRegion {
  readonly ports: Ports
  readonly snapshot: Snapshot
  readonly today: Day
}

/** The same with the region read. */
export const onStoredRegion = (call: Call, surroundings: Surroundings, work: (open: OpenRegion) => Answer): Answer =>
  onInstallation(call, surroundings, async (ports, region) =>
    work({ ports, snapshot: await standing(ports, region), today: dayOf(dateInGermany(ports.now())) }),
  )

/** A region as it stands now; it is known to be there. */
export async function standing({ regions }: Pick<Ports, 'regions'>, region: string): Promise<Snapshot> {
  const snapshot = await regions.load(region)
  if (snapshot === undefined) throw new Error(`region ${region} went away`)
  return snapshot
}

/** A region for the tables that name its people and places. */
export const viewOf = (
  { index }: Pick<Snapshot, 'index'>,
  today: Day,
  { language, texts, page }: Surroundings,
): View => ({ index, horizon: { today, first: today, last: today }, language, texts, page })
