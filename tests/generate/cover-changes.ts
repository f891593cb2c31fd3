import type { Booking } from '@vertretbar/domain/booking'
import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { addDays, dateOf } from '../oracle/dates.ts'
import { type OracleGap, oracleGaps } from '../oracle/gaps.ts'
import { postOf, samePlace } from '../oracle/region.ts'
import { type Change, type Moment, withOne } from './moment.ts'
import type { Random } from './random.ts'

/** The gaps of the region on the day. */
export const gapsNow = (region: Region, { today }: Moment): OracleGap[] =>
  oracleGaps(region, { today, from: today, to: addDays(today, region.region.settings.horizonDays - 1) }).gaps

/** Somebody is asked for, or has agreed, to cover some of a gap. */
export const cover: Change = (region, moment) => {
  const { random, number, today } = moment
  const gaps = gapsNow(region, moment)
  if (gaps.length === 0) return region
  const gap = random.pick(gaps)
  const able = region.specialists.filter((one) => !samePlace(postOf(one), gap) && isUseful(one, gap))
  if (able.length === 0) return region
  const specialist = random.pick(able)
  const agreement = region.agreements.find(
    ({ givers, receivers, areas }) =>
      givers.includes(specialist.authority) && receivers.includes(gap.authority) && areas.includes(gap.area),
  )
  const isInHouse = specialist.authority === gap.authority
  if (!isInHouse && agreement === undefined) return region
  const booking: Booking = {
    id: `cover-${number}-${random.int(0, 99_999)}`,
    specialist: specialist.id,
    authority: gap.authority,
    area: gap.area,
    ...(!isInHouse && agreement && { agreement: agreement.id }),
    halfDays: someOf(gap, random),
    status: random.pick(['requested', 'confirmed'] as const),
    ...(random.chance(0.5) && { expiresAt: `${addDays(today, random.int(0, 3))}T15:00:00.000Z` }),
  }
  return { ...region, bookings: [...region.bookings, booking] }
}

/** Whole days of it, so that it falls apart, or any half-days. */
function someOf({ halfDays }: OracleGap, random: Random): HalfDay[] {
  const all = halfDays.map(({ halfDay }) => halfDay)
  const days = random.atLeastOne([...new Set(all.map(dateOf))], 0.3)
  return random.chance(0.6) ? all.filter((one) => days.includes(dateOf(one))) : random.atLeastOne(all, 0.8)
}

const isUseful = ({ competences }: Specialist, { area }: OracleGap): boolean =>
  competences.some((competence) => competence.area === area)

/** Something becomes of a cover: it is answered, ends, loses half-days, or it is said what was worked. */
export const answered: Change = (region, moment) => ({
  ...region,
  bookings: withOne(region.bookings, (booking) => answeredOf(booking, moment), moment),
})

function answeredOf(booking: Booking, { random, today }: Moment): Booking {
  const said = { halfDays: booking.halfDays, at: `${today}T08:00:00.000Z`, by: 'somebody' }
  const side = random.pick(['specialist', 'lender'] as const)
  const { reason: _, ...kept } = booking
  if (booking.status === 'ended') return booking
  return random.pick<() => Booking>([
    () => ({ ...kept, status: booking.status === 'requested' ? 'confirmed' : booking.status }),
    () => ({ ...kept, status: 'ended', reason: random.pick(['declined', 'recalled'] as const) }),
    () => ({ ...kept, consents: { ...booking.consents, [side]: { ...said, way: 'in-person' } } }),
    () => ({ ...kept, worked: { ...booking.worked, [side === 'lender' ? 'lender' : 'receiver']: said } }),
    () => ({ ...kept, halfDays: withoutOneOfMany(booking.halfDays, random) }),
  ])()
}

const withoutOneOfMany = (halfDays: readonly HalfDay[], random: Moment['random']): HalfDay[] =>
  halfDays.length < 2 ? [...halfDays] : random.atLeastOne(halfDays, 0.7)
