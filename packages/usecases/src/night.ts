import type { LocalDate } from '@vertretbar/domain/half-day'
import { instantOf } from '@vertretbar/domain/instant'
import type { AlertPorts, NightSummary, RegionNight } from './alert-ports.ts'
import { decideDigests } from './decide-digests.ts'
import { type DrainPorts, drain } from './drain.ts'
import { everyStep } from './every-step.ts'
import { expireRequests } from './expire-requests.ts'
import { keepCoverPlans } from './keep-cover-plans.ts'
import { type LookPorts, lookAtRegion } from './look-at-region.ts'
import type { Ports } from './ports.ts'
import { type RelayPorts, relay } from './relay.ts'
import { type RetentionPorts, sweepRetention } from './retention.ts'

export type NightPorts = RetentionPorts & LookPorts & RelayPorts & DrainPorts & Pick<Ports, 'nights'>

/**
 * Begins the night of a date, or goes on with it: every region that has not ended it is handed on, those that were handed
 * on before and are still under way as well. That one cannot be handed on does not stop another.
 */
export async function beginNight(
  { nights, regions, enqueueNight, now }: Pick<Ports, 'nights' | 'regions' | 'now'> & Pick<AlertPorts, 'enqueueNight'>,
  date: LocalDate,
): Promise<void> {
  await nights.sweep(date)
  const known = new Map((await nights.read(date)).map((night) => [night.region, night]))
  const open = (await regions.regions()).filter((region) => known.get(region)?.endedAt === undefined)
  await everyStep(
    open.map((region) => async () => {
      if (!known.has(region)) await nights.put({ date, region, beganAt: instantOf(now()) })
      await enqueueNight({ region, date })
    }),
  )
}

/**
 * Carries out the night of a date in one region, or what is left of it: nobody is told anything twice, however often and
 * by how many this is done. What fails is counted and thrown once all else is done, and the night does not end with it.
 */
export async function nightOf(
  ports: NightPorts,
  { region, date }: Pick<RegionNight, 'region' | 'date'>,
): Promise<RegionNight> {
  try {
    const known = (await ports.nights.read(date)).find((night) => night.region === region)
    if (known?.endedAt !== undefined) return known
    return await carriedOut(ports, known ?? { date, region, beganAt: instantOf(ports.now()) })
  } catch (cause) {
    ports.count('night-failed', 1)
    throw new Error(`the night of ${date} failed in region ${region}`, { cause })
  }
}

const nothing: NightSummary = { gaps: 0, missed: 0, digests: 0, untold: 0, coverPlans: 0 }

async function carriedOut(ports: NightPorts, begun: RegionNight): Promise<RegionNight> {
  const { region, date } = begun
  let summary = { ...nothing, ...begun.summary }
  const note = async (told: Partial<NightSummary>): Promise<void> => {
    summary = { ...summary, ...told }
    await ports.nights.put({ ...begun, summary })
  }
  let untold = 0
  await everyStep([
    // Before the night itself changes anything: what has changed by now was missed.
    async () => note(await sighted(ports, region, summary)),
    () => expireRequests(ports, region),
    () => sweepRetention(ports, region),
    async () => {
      untold = await relay(ports, region)
    },
    () =>
      decideDigests(ports, {
        region,
        date,
        note: (decided) => note({ ...decided, untold: untold + decided.untold }),
      }),
    () => drain(ports, region),
    async () => {
      summary = { ...summary, coverPlans: await keepCoverPlans(ports, region) }
    },
  ])
  const night = { ...begun, summary, endedAt: instantOf(ports.now()) }
  await ports.nights.put(night)
  return night
}

/** The gaps that stand, and how many nobody had noticed; added to those of a night that was cut off. */
async function sighted(
  ports: NightPorts,
  region: string,
  { missed }: NightSummary,
): Promise<Pick<NightSummary, 'gaps' | 'missed'>> {
  const looked = await lookAtRegion(ports, region)
  if (looked === undefined) throw new Error(`there is no region ${region}`)
  const { watch, unnoticed } = looked
  if (unnoticed > 0) ports.count('gaps-missed', unnoticed)
  return { gaps: watch.records.filter(({ isClosed }) => !isClosed).length, missed: missed + unnoticed }
}
