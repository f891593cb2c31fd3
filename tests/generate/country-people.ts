import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Absence, Specialist } from '@vertretbar/domain/specialist'
import { addDays } from '../oracle/dates.ts'
import type { CountryKnobs, Office } from './country.ts'
import type { Random } from './random.ts'

/** What people are drawn from. */
export interface Staffing extends Pick<CountryKnobs, 'weeks' | 'absences' | 'papers'> {
  readonly from: LocalDate
  readonly offices: readonly Office[]
  /** The authorities that an authority has to do with, itself among them. */
  readonly neighbours: (authority: string) => readonly string[]
}

/** The lengths of the absences in the reference region, in days. */
const lengths = [1, 1, 2, 3, 3, 3, 5, 5, 8, 9, 10, 10, 11, 12, 12, 15, 17, 18, 18, 19, 26]

/** The people of all offices with their papers, and their absences. */
export function drawPeople(random: Random, staffing: Staffing): { specialists: Specialist[]; absences: Absence[] } {
  const officeOf = new Map(staffing.offices.map((office) => [`${office.authority} ${office.area}`, office]))
  const specialists = staffing.offices.flatMap((office) => {
    const others = staffing
      .neighbours(office.authority)
      .filter((authority) => authority !== office.authority)
      .flatMap((authority) => officeOf.get(`${authority} ${office.area}`) ?? [])
    return Array.from({ length: office.people }, (_, number) =>
      drawPerson(random, staffing, { office, others, number }),
    )
  })
  const absences = specialists.flatMap(({ id }) => drawAbsences(random, staffing, id))
  return { specialists, absences: absences.map((absence, number) => ({ id: `abs-${number + 1}`, ...absence })) }
}

interface Post {
  readonly office: Office
  readonly others: readonly Office[]
  readonly number: number
}

function drawPerson(random: Random, { papers }: Staffing, { office, others, number }: Post): Specialist {
  const { authority, area, product } = office
  const id = `${authority}.${area}.${number + 1}`
  const validFrom = '2025-01-01'
  const known = random.chance(0.2) ? [`${area}-a`, `${area}-b`] : [product]
  return {
    id,
    displayName: id.toUpperCase().replaceAll('.', ' '),
    authority,
    homeArea: area,
    employment: { validFrom: '2019-01-01' },
    weeklyMinutes: [{ validFrom: '2019-01-01', minutes: 2340 }],
    workPattern: [{ validFrom: '2019-01-07', weeks: [drawWeek(random)] }],
    competences: [
      { area, roles: random.chance(0.6) ? [`${area}-clerk`, `${area}-head`] : [`${area}-clerk`], products: known },
    ],
    authorisations: random.some(others, papers).map((other) => ({ authority: other.authority, area, validFrom })),
    access: random
      .some(others, papers / 2)
      .filter((other) => known.includes(other.product))
      .map((other) => ({ authority: other.authority, product: other.product, validFrom })),
    exclusions: [],
    coverLimitHalfDaysPerWeek: 6,
  }
}

function drawWeek(random: Random): Specialist['workPattern'][number]['weeks'][number] {
  const days = ['mo', 'tu', 'we', 'th', 'fr'] as const
  const isFullTime = random.chance(0.7)
  const worked = () => (isFullTime ? 'full' : random.pick(['full', 'full', 'am', undefined] as const))
  return Object.fromEntries(days.map((day) => [day, worked()] as const).filter(([, half]) => half !== undefined))
}

/** Absences one after the other, often around Christmas, as many on average as asked for. */
function drawAbsences(random: Random, { from, weeks, absences }: Staffing, specialist: string): Omit<Absence, 'id'>[] {
  const drawn: Omit<Absence, 'id'>[] = []
  const share = absences / (1 + absences)
  let earliest = -7
  while (random.chance(share)) {
    const start = random.chance(0.3) ? random.int(24, 34) : random.int(-5, 7 * weeks - 1)
    if (start < earliest) continue
    const end = start + random.pick(lengths) - 1
    drawn.push({ specialist, from: `${addDays(from, start)}/am`, to: `${addDays(from, end)}/pm` })
    earliest = end + 1
  }
  return drawn
}
