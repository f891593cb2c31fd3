import type { Agreement } from '@vertretbar/domain/agreement'
import type { Authority } from '@vertretbar/domain/authority'
import { daysBetween } from '../oracle/dates.ts'
import { drawPeriod, type Setting } from './setting.ts'

/** Directed agreements; several may hold between one pair, with different limits, notice and periods. */
export function drawAgreements(setting: Setting, authorities: readonly Authority[]): Agreement[] {
  const { random, knobs } = setting
  const count = random.int(...knobs.agreements)
  return Array.from({ length: count }, (_, index) => drawAgreement(setting, authorities, index + 1))
}

function drawAgreement(setting: Setting, authorities: readonly Authority[], number: number): Agreement {
  const { random, horizon } = setting
  const ids = authorities.map(({ id }) => id)
  const isAmongAll = random.chance(0.6)
  const givers = isAmongAll ? ids : random.atLeastOne(ids, 0.5)
  const areas = random.atLeastOne(setting.areas, 0.7).map(({ id }) => id)
  const limit = random.pick([undefined, undefined, 0, 1, 2, 3, 4, 8])
  const notice = random.pick([undefined, 0, 1, 2, 3, 10])
  return {
    id: `z${number}`,
    givers,
    receivers: isAmongAll ? ids : drawReceivers(setting, ids, givers),
    areas,
    legalForm: random.pick(['assistance', 'mandate', 'delegation'] as const),
    ...drawPeriod(setting, daysBetween(horizon.from, horizon.to)),
    ratesCentsPerHour: Object.fromEntries(areas.map((area) => [area, random.int(5000, 8000)])),
    ...(limit === undefined ? {} : { monthlyHalfDayLimit: limit }),
    ...(notice === undefined ? {} : { noticeWorkingDays: notice }),
    document: 'illustrative',
    vat: random.pick(['section-2b', 'taxable', 'exempt'] as const),
  }
}

/** At least one of them is not the only giver. */
function drawReceivers({ random }: Setting, ids: readonly string[], givers: readonly string[]): string[] {
  const receivers = random.some(ids, 0.5)
  const hasDifferent = receivers.some((receiver) => givers.some((giver) => giver !== receiver))
  return hasDifferent ? receivers : ids.filter((id) => givers.length > 1 || !givers.includes(id))
}
