import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Requirement, When } from '@vertretbar/domain/requirement'
import { addDays } from '../oracle/dates.ts'
import type { CountryKnobs, Office } from './country.ts'
import type { Random } from './random.ts'

/** What requirements are drawn from. */
export interface Duties extends Pick<CountryKnobs, 'weeks' | 'furtherRequirements'> {
  readonly from: LocalDate
  readonly offices: readonly Office[]
}

const weekdays = ['mo', 'tu', 'we', 'th', 'fr'] as const

/** What the offices must have there: the statutory windows of payroll, bids opened by two, audits, and a desk staffed. */
export const drawDuties = (random: Random, duties: Duties): Requirement[] =>
  duties.offices.flatMap((office) => [
    requirement(office, 'desk', {
      criticality: 'normal',
      when: { kind: 'weekly', days: weekdays, halves: ['am', 'pm'] },
      needs: [{ anyOf: [`${office.area}-clerk`], count: office.people > 4 ? 2 : 1 }],
    }),
    ...byLaw(random, office, duties),
    ...(random.chance(duties.furtherRequirements)
      ? [
          requirement(office, 'further', {
            criticality: 'normal',
            when: { kind: 'weekly', days: random.atLeastOne(weekdays, 0.4), halves: ['am'] },
            needs: [{ anyOf: [`${office.area}-clerk`, `${office.area}-head`], count: 1 }],
          }),
        ]
      : []),
  ])

function byLaw(random: Random, office: Office, duties: Duties): Requirement[] {
  const { area, people } = office
  const head = { anyOf: [`${area}-head`], count: 1 }
  if (area === 'payroll') {
    const when: When = {
      kind: 'deadline',
      deadline: 'contribution-statement',
      workingDaysBefore: 2,
      workingDaysAfter: 0,
      halves: ['am', 'pm'],
    }
    const clerks = { anyOf: ['payroll-clerk'], count: Math.min(people, random.pick([1, 1, 1, 2])) }
    return [requirement(office, 'statement', { criticality: 'critical', when, needs: [clerks, head] })]
  }
  const two = { anyOf: [`${area}-clerk`, `${area}-head`], count: 2, indivisible: true }
  return [
    requirement(office, 'dates', {
      criticality: area === 'procurement' ? 'critical' : 'normal',
      when: { kind: 'dates', halfDays: drawDates(random, duties) },
      needs: [area === 'procurement' ? two : head],
    }),
  ]
}

/** One morning every other week or so. */
const drawDates = (random: Random, { from, weeks }: Duties): string[] =>
  Array.from({ length: Math.ceil(weeks / 2) }, (_, fortnight) => {
    const day = 14 * fortnight + random.int(0, 4)
    return `${addDays(from, day)}/am`
  })

const requirement = (
  { authority, area }: Office,
  name: string,
  terms: Pick<Requirement, 'criticality' | 'when' | 'needs'>,
): Requirement => ({ id: `${authority}.${area}.${name}`, authority, area, label: name, ...terms })
