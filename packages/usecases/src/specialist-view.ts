import type { Access } from '@vertretbar/domain/access'
import { personOf } from '@vertretbar/domain/access-subject'
import { Specialist } from '@vertretbar/domain/specialist'
import type * as z from 'zod'

/** A person as far as somebody may know them: who they are, what their work is, and what keeps them from cover. */
export const SpecialistView = Specialist.unwrap()
  .partial({
    employment: true,
    weeklyMinutes: true,
    workPattern: true,
    competences: true,
    authorisations: true,
    access: true,
    exclusions: true,
  })
  .readonly()
  .meta({ id: 'SpecialistView' })
export type SpecialistView = z.infer<typeof SpecialistView>

/**
 * What is told of a person: to their own HR and to themself everything, to the head of their area all but what keeps them
 * from cover elsewhere, to whoever may know the name that and their post; to others nothing.
 */
export function specialistView(person: Specialist, access: Access): SpecialistView | undefined {
  const subject = personOf(person)
  if (access.may('see-limits', subject)) return person
  const { id, displayName, authority, homeArea } = person
  const post = { id, displayName, authority, homeArea }
  if (!access.may('see-person', subject)) return access.may('see-name', subject) ? post : undefined
  const { employment, weeklyMinutes, workPattern, competences, authorisations, access: logins } = person
  return { ...post, employment, weeklyMinutes, workPattern, competences, authorisations, access: logins }
}
