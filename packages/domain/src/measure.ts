import * as z from 'zod'
import { dateOf, dayOf, HalfDay } from './half-day.ts'
import { AgreementId, AreaId, AuthorityId, Id, ProductId, SpecialistId } from './identifier.ts'
import type { Region } from './region.ts'
import type { Absence, Specialist } from './specialist.ts'

/** A single change to a region that may let somebody cover who may not now. */
export const Measure = z
  .discriminatedUnion('kind', [
    /** The giver may serve the receiver in the area, without limit or notice. */
    z.strictObject({
      kind: z.literal('agreement'),
      giver: AuthorityId,
      receiver: AuthorityId,
      area: AreaId,
    }),
    /** The person may act in every role of the area at the authority. */
    z.strictObject({
      kind: z.literal('authorisation'),
      specialist: SpecialistId,
      authority: AuthorityId,
      area: AreaId,
    }),
    /** The person can log in to the product of the authority. */
    z.strictObject({
      kind: z.literal('access'),
      specialist: SpecialistId,
      authority: AuthorityId,
      product: ProductId,
    }),
    /** The person knows the product in every role they have in the area. */
    z.strictObject({
      kind: z.literal('product'),
      specialist: SpecialistId,
      area: AreaId,
      product: ProductId,
    }),
    /** The person may cover so many half-days a week. */
    z.strictObject({ kind: z.literal('weekly-limit'), specialist: SpecialistId, halfDays: z.int().min(1).max(14) }),
    /** Each giver may give so many half-days a month under the agreement. */
    z.strictObject({ kind: z.literal('agreement-limit'), agreement: AgreementId, halfDays: z.int().min(1) }),
    /** The absence that begins then begins and ends a day later, or earlier. */
    z.strictObject({
      kind: z.literal('absence'),
      absence: Id,
      specialist: SpecialistId,
      from: HalfDay,
      days: z.union([z.literal(-1), z.literal(1)]),
    }),
  ])
  .readonly()
  .meta({ id: 'Measure' })
export type Measure = z.infer<typeof Measure>

/** The earliest date that a region file may name: what holds from then on holds whenever anybody looks. */
const always = { validFrom: '1900-01-01' }

/** The region after a measure; all that it names must be there. */
export function takeMeasure(region: Region, measure: Measure): Region {
  switch (measure.kind) {
    case 'agreement':
      return { ...region, agreements: [...region.agreements, agreementFor(region, measure)] }
    case 'authorisation': {
      const { authority, area } = measure
      return forPerson(region, measure.specialist, (one) => ({
        ...one,
        authorisations: [...one.authorisations, { authority, area, ...always }],
      }))
    }
    case 'access': {
      const { authority, product } = measure
      return forPerson(region, measure.specialist, (one) => ({
        ...one,
        access: [...one.access, { authority, product, ...always }],
      }))
    }
    case 'product':
      return forPerson(region, measure.specialist, (one) => ({
        ...one,
        competences: one.competences.map((competence) =>
          competence.area === measure.area
            ? { ...competence, products: [...new Set([...competence.products, measure.product])] }
            : competence,
        ),
      }))
    case 'weekly-limit':
      return forPerson(region, measure.specialist, (one) => ({ ...one, coverLimitHalfDaysPerWeek: measure.halfDays }))
    case 'agreement-limit':
      return {
        ...region,
        agreements: region.agreements.map((one) =>
          one.id === measure.agreement ? { ...one, monthlyHalfDayLimit: measure.halfDays } : one,
        ),
      }
    case 'absence':
      return {
        ...region,
        absences: region.absences.map((one) => (one.id === measure.absence ? movedBy(one, measure.days) : one)),
      }
  }
}

const forPerson = (region: Region, id: string, change: (one: Specialist) => Specialist): Region => ({
  ...region,
  specialists: region.specialists.map((one) => (one.id === id ? change(one) : one)),
})

type Agreed = Extract<Measure, { kind: 'agreement' }>

const agreementFor = ({ agreements }: Region, { giver, receiver, area }: Agreed): Region['agreements'][number] => ({
  id: unused(
    `measure.${giver}.${receiver}.${area}`.slice(0, 120).replace(/[._-]+$/, ''),
    new Set(agreements.map(({ id }) => id)),
  ),
  givers: [giver],
  receivers: [receiver],
  areas: [area],
  legalForm: 'assistance',
  ...always,
  ratesCentsPerHour: {},
  document: 'none yet',
  vat: 'section-2b',
})

function unused(id: string, taken: ReadonlySet<string>): string {
  let free = id
  for (let number = 2; taken.has(free); number += 1) free = `${id}.${number}`
  return free
}

/** The absence so many days later, or earlier. */
export const movedBy = (absence: Absence, days: number): Absence => ({
  ...absence,
  from: movedHalfDay(absence.from, days),
  ...(absence.to === undefined ? {} : { to: movedHalfDay(absence.to, days) }),
})

const movedHalfDay = (halfDay: HalfDay, days: number): HalfDay =>
  `${dateOf(dayOf(halfDay.slice(0, 10)) + days)}${halfDay.slice(10)}`
