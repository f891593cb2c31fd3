import { describe, expect, it } from 'vitest'
import { vacancy } from '../test-candidacy.ts'
import { after, cover, lending, refused, request } from '../test-command.ts'
import { awayFor } from '../test-region.ts'

const erase = { kind: 'erase-person', specialist: 'city-p1' } as const
const worked = cover({ id: 'worked', halfDays: ['2026-05-06/am'], status: 'reconciled' })
const ended = cover({ id: 'ended', halfDays: [], status: 'ended', reason: 'declined' })
const refusal = (specialist: string) => ({ requirement: 'wanted', need: 0, halfDay: '2026-06-10/am', specialist })
const member = (id: string, fields: object) => ({
  id,
  address: `${id}@example.de`,
  language: 'de' as const,
  roles: [{ role: 'coordinator' as const }],
  validFrom: '2020-01-01',
  ...fields,
})

describe('an erasure', () => {
  it('leaves the code of the person nowhere in the region, and the region whole', () => {
    const absences = [vacancy, awayFor('city-p1', '2026-05-04/am', '2026-05-04/pm')]
    const refusals = [refusal('city-p1'), refusal('city-p2')]
    const members = [member('them', { specialist: 'city-p1' }), member('deputy', { deputyOf: ['them'] })]
    const { region } = after(lending({ bookings: [worked, ended], absences, refusals, members }), erase)
    expect(JSON.stringify(region)).not.toContain('"city-p1"')
    expect(region.absences).toEqual([vacancy])
    expect(region.refusals).toEqual([refusal('city-p2')])
    expect(region.members).toEqual([member('deputy', { deputyOf: [] })])
  })

  it('leaves what was covered as that of one nobody at the same post', () => {
    const { bookings, specialists } = after(lending({ bookings: [worked, ended] }), erase).region
    const [one, ...others] = new Set(bookings.map(({ specialist }) => specialist))
    expect(others).toEqual([])
    expect(specialists.find(({ id }) => id === one)).toMatchObject({
      displayName: '–',
      authority: 'city',
      homeArea: 'payroll',
      competences: [],
      employment: { validTo: '2026-05-31' },
    })
    expect(bookings.map(({ id, halfDays, status }) => [id, halfDays, status])).toEqual([
      ['ended', [], 'ended'],
      ['worked', ['2026-05-06/am'], 'reconciled'],
    ])
  })

  it.each([
    ['waits for an answer', request({ id: 'open' })],
    ['is agreed', cover({ id: 'open' })],
    ['is over and not settled', cover({ id: 'open', halfDays: ['2026-05-07/am'] })],
  ])('is refused as long as a booking %s', (_, open) => {
    expect(refused(lending({ bookings: [worked, open] }), erase)).toEqual({ code: 'unsettled', bookings: ['open'] })
  })

  it('of somebody who is not there is refused', () => {
    expect(refused(lending(), { ...erase, specialist: 'nobody' })).toEqual({
      code: 'unknown',
      what: 'specialist',
      id: 'nobody',
    })
  })
})
