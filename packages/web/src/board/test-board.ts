import type { AvailabilityView, GapsView, RegionView } from '@vertretbar/api/contract'
import { dayOf } from '@vertretbar/domain/half-day'
import type { BoardData } from '../server/load-board.ts'
import type { Gap } from './gap-key.ts'

/** For tests only: a gap of the city's payroll on the morning of a Thursday. */
export const gapAt = (halfDay: string, fields: Partial<Gap> = {}): Gap => ({
  requirement: 'r',
  need: 0,
  authority: 'city',
  area: 'payroll',
  criticality: 'normal',
  severity: 'later',
  halfDays: [{ halfDay, shortage: 1 }],
  causes: [],
  structural: false,
  blocks: [],
  state: 'open',
  acknowledged: false,
  ...fields,
})

/** What a test board is made of; the rest follows. */
interface Known {
  readonly days: readonly [from: string, to: string]
  readonly when?: RegionView['requirements'][number]['when']
  readonly gaps?: readonly Gap[]
  /** The gaps of the horizon, if others than those shown. */
  readonly ahead?: readonly Gap[]
  /** The needs of partners. */
  readonly needs?: GapsView['needs']
  readonly closed?: readonly string[]
  readonly deadlines?: AvailabilityView['deadlines']
}

const always = { kind: 'weekly', days: ['mo', 'tu', 'we', 'th', 'fr'], halves: ['am', 'pm'] } as const

/** For tests only: a city with one requirement and one person, who is there at all half-days loaded; today is 2026-11-25. */
export function boardData(known: Known): BoardData {
  const { when = always, gaps = [], ahead = gaps, needs = [], closed = [], deadlines = [] } = known
  const [from, to] = known.days
  const days = { first: dayOf(from), last: dayOf(to) }
  return {
    region: {
      id: 'test',
      name: 'test',
      version: 1,
      today: '2026-11-25',
      horizonDays: 90,
      serviceAreas: [],
      products: [],
      authorities: [{ id: 'city', name: 'City', kind: 'city', state: 'DE-NI' }],
      agreements: [],
      specialists: [{ id: 'p', displayName: 'P', authority: 'city', homeArea: 'payroll' }],
      requirements: [
        {
          id: 'r',
          authority: 'city',
          area: 'payroll',
          label: 'Payroll run',
          criticality: 'normal',
          when,
          needs: [{ anyOf: ['clerk'], count: 1 }],
        },
      ],
    },
    availability: {
      version: 1,
      from,
      to,
      people: [{ specialist: 'p', halfDays: 'p'.repeat(2 * (days.last - days.first + 1)) }],
      covers: [],
      closed: [{ authority: 'city', halfDays: closed }],
      deadlines,
    },
    gaps: { version: 1, from, to, gaps, needs, fragile: [] },
    ahead: { version: 1, from: '2026-11-25', to: '2027-02-22', gaps: ahead, needs, fragile: [] },
    days,
    tag: undefined,
  }
}
