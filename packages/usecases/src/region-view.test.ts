import { describe, expect, it } from 'vitest'
import { availabilityView } from './availability-view.ts'
import { bookingsView, visibleBooking } from './booking-view.ts'
import { regionView } from './region-view.ts'
import { type Kind, viewerOf, week } from './test-viewer.ts'

const city = ['city-p1', 'city-p2', 'city-p3', 'city-p4']
const parish = ['parish-r1', 'parish-r2']

describe('the people of a region', () => {
  // city-p4 covers in the parish: from the request on both authorities know who it is.
  it.each<readonly [Kind, string[]]>([
    ['the HR manager who asks', ['city-p4', ...parish]],
    ['the head of the area that asks', []],
    ['the controller who asks', []],
    ['the HR manager of a partner', city],
    ['a specialist of a partner', ['city-p1']],
    ['the HR manager of a stranger', []],
    ['the coordinator', [...city, ...parish]],
    ['the operator', []],
  ])('are named to whom they work for, or cover at: %s', (kind, names) =>
    expect(regionView(viewerOf(kind)).specialists.map(({ id }) => id)).toEqual(names),
  )

  it('are told by name and post alone', () =>
    expect(regionView(viewerOf('the coordinator')).specialists[0]).toEqual({
      id: 'city-p1',
      displayName: 'city-p1',
      authority: 'city',
      homeArea: 'payroll',
    }))

  it.each<readonly [Kind, string[]]>([
    ['the HR manager who asks', parish],
    ['the head of the area that asks', []],
    ['the controller who asks', []],
    ['the HR manager of a partner', city],
    ['a specialist of a partner', ['city-p1']],
    ['the HR manager of a stranger', []],
    ['the coordinator', []],
    ['the operator', []],
  ])('are there or away to their own authority and themselves alone: %s', (kind, seen) =>
    expect(availabilityView(viewerOf(kind), week).people.map(({ specialist }) => specialist)).toEqual(seen),
  )
})

describe('a cover', () => {
  it.each<readonly [Kind, boolean]>([
    ['the HR manager who asks', true],
    // The registry is not the area of that head.
    ['the head of the area that asks', false],
    ['the controller who asks', false],
    ['the HR manager of a partner', true],
    // It is a colleague's.
    ['a specialist of a partner', false],
    ['the HR manager of a stranger', false],
    ['the coordinator', true],
    ['the operator', false],
  ])('is told to both authorities, whoever covers and the coordinator: %s', (kind, isSeen) => {
    const viewer = viewerOf(kind)
    const seen = isSeen ? ['cover'] : []
    expect(bookingsView(viewer, {}).bookings.map(({ id }) => id)).toEqual(seen)
    expect(availabilityView(viewer, week).covers.map(({ id }) => id)).toEqual(seen)
    expect(visibleBooking(viewer, 'cover') !== undefined).toBe(isSeen)
    expect(visibleBooking(viewer, 'another')).toBeUndefined()
  })

  it('is not found by whose it is where it is not told', () =>
    expect(bookingsView(viewerOf('the HR manager of a stranger'), { specialist: 'city-p4' }).bookings).toEqual([]))
})

describe('what belongs to the region', () => {
  const outline = ['areas', 'givers', 'id', 'legalForm', 'receivers']
  const whole = [...outline, 'document', 'monthlyHalfDayLimit', 'ratesCentsPerHour', 'validFrom', 'vat']

  it.each<readonly [Kind, string[], string[]]>([
    ['the HR manager who asks', ['parish.payroll'], whole],
    ['the head of the area that asks', ['parish.payroll'], whole],
    ['the controller who asks', [], whole],
    ['the HR manager of a partner', ['city.audit', 'city.payroll'], whole],
    ['a specialist of a partner', [], outline],
    ['the HR manager of a stranger', ['town.payroll'], outline],
    ['the coordinator', ['city.audit', 'city.payroll', 'parish.payroll', 'town.payroll'], whole],
    ['the operator', [], outline],
  ])('is told whole to its own: %s', (kind, requirements, fields) => {
    const view = regionView(viewerOf(kind))
    expect(view.requirements.map(({ id }) => id).toSorted()).toEqual(requirements)
    expect(Object.keys(view.agreements[0] ?? {}).toSorted()).toEqual(fields.toSorted())
    expect([view.authorities.length, view.serviceAreas.length, view.products.length]).toEqual([3, 3, 2])
  })
})
