import { type HalfDay, weekdayOf } from '@vertretbar/domain/half-day'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import type { Language } from './catalogue.ts'
import { halfDaysText } from './date-text.ts'

/** How things of a region are called; what is not there any more is called by a dash, never by its id. */
export interface RegionNames {
  readonly authority: (id: string) => string
  readonly area: (id: string) => string
  readonly product: (id: string) => string
  readonly task: (requirement: string) => string
  /** The roles of which any will do; nothing where that is not known any more. */
  readonly roles: (requirement: string, need: number) => string
  /** Half-days in the calendar of an authority. */
  readonly when: (authority: string, halfDays: readonly HalfDay[]) => string
}

const unknown = '–'

/** The names of a region as it stands, in a language. */
export function regionNames(index: RegionIndex, language: Language): RegionNames {
  const { authorities, serviceAreas, products, requirements } = index.region
  const areaOf = (id: string) => serviceAreas.find((one) => one.id === id)
  return {
    authority: (id) => authorities.find((one) => one.id === id)?.name ?? unknown,
    area: (id) => areaOf(id)?.name[language] ?? unknown,
    product: (id) => products.find((one) => one.id === id)?.name ?? unknown,
    task: (id) => requirements.find((one) => one.id === id)?.label ?? unknown,
    roles: (id, need) => {
      const requirement = requirements.find((one) => one.id === id)
      const roles = areaOf(requirement?.area ?? '')?.roles ?? []
      const named = requirement?.needs[need]?.anyOf.flatMap(
        (role) => roles.find((one) => one.id === role)?.name[language] ?? [],
      )
      return (named ?? []).join(' / ')
    },
    when: (authority, halfDays) => halfDaysText(halfDays, language, idleAt(index, authority)),
  }
}

/** The days that a stretch of half-days may reach across. */
function idleAt(index: RegionIndex, authority: string): (day: number) => boolean {
  if (!index.region.authorities.some(({ id }) => id === authority)) return (day) => weekdayOf(day) > 4
  const { isWorkingDay } = index.calendar(authority)
  return (day) => !isWorkingDay(day)
}
