import { describe, expect, it } from 'vitest'
import { planImport } from './import.ts'
import type { Region } from './region.ts'
import { cover, file, planned, soon, stored, today } from './test-import.ts'
import { agreement, authority, awayFor, runsA, since, specialist } from './test-region.ts'

const anna = (fields: Parameters<typeof specialist>[1]) => file({ specialists: [specialist('anna', fields)] })

describe('an import shows the live cover it would break', () => {
  it.each<readonly [name: string, incoming: Region, codes: readonly string[]]>([
    ['the person is absent', file({ absences: [awayFor('anna', soon, soon)] }), ['not-available']],
    ['the person has left', anna({ employment: { ...since, validTo: '2026-12-06' } }), ['not-available']],
    ['the person is off pattern', anna({ workPattern: [{ ...since, weeks: [{ tu: 'full' }] }] }), ['not-available']],
    [
      'the home is closed',
      file({ authorities: [authority('city', { closures: [{ date: '2026-12-07' }] })] }),
      ['not-available'],
    ],
    ['the competence is gone', anna({ competences: [] }), ['not-competent']],
    [
      'the role that a need asks for is gone',
      anna({ competences: [{ area: 'payroll', roles: ['clerk'], products: ['a'] }] }),
      ['not-competent'],
    ],
    [
      'the person does not know the new software',
      file({ authorities: [authority('parish', { deployments: [{ ...runsA, product: 'b' }] })] }),
      ['product-unknown'],
    ],
    ['the authorisation has ended', anna({ authorisations: [] }), ['no-authorisation']],
    ['the agreement has ended', file({ agreements: [agreement('pool', { validTo: '2026-12-06' })] }), ['no-agreement']],
    [
      'the person works for another giver',
      file({ authorities: [authority('town')], specialists: [specialist('anna', { authority: 'town' })] }),
      ['no-agreement'],
    ],
    [
      'all at once',
      anna({ employment: { ...since, validTo: '2026-12-06' }, competences: [] }),
      ['not-available', 'not-competent'],
    ],
  ])('%s', (_, incoming, codes) => {
    expect(planned(incoming).preview.broken).toEqual([
      {
        booking: 'cover',
        specialist: 'anna',
        authority: 'parish',
        area: 'payroll',
        halfDays: [{ halfDay: soon, codes }],
      },
    ])
  })

  it('the booking itself is dropped', () => {
    expect(planned({ ...stored, bookings: [] }, 'replace').preview.broken).toMatchObject([
      { booking: 'cover', halfDays: [{ halfDay: soon, codes: ['removed'] }] },
    ])
  })

  it.each<readonly [name: string, incoming: Region]>([
    ['the absence ends the half-day before', file({ absences: [awayFor('anna', '2026-12-04/am', '2026-12-06/pm')] })],
    ['somebody else is absent', file({ absences: [awayFor('bert', soon, soon)] })],
    [
      'the file ends the booking',
      file({ bookings: [{ ...cover, status: 'ended' }], absences: [awayFor('anna', soon, soon)] }),
    ],
    [
      'the file takes the half-day out of the booking',
      file({ bookings: [{ ...cover, halfDays: ['2026-12-08/am'] }], absences: [awayFor('anna', soon, soon)] }),
    ],
    ['access ends, which no cover is broken for', anna({ access: [] })],
  ])('not where %s', (_, incoming) => expect(planned(incoming).preview.broken).toEqual([]))

  it('not where the half-day is past', () => {
    const absent = file({ absences: [awayFor('anna', soon, soon)] })
    expect(planImport(stored, absent, { mode: 'upsert', today: '2026-12-07' })).toMatchObject({
      value: { preview: { broken: [{}] } },
    })
    expect(planImport(stored, absent, { mode: 'upsert', today: '2026-12-08' })).toMatchObject({
      value: { preview: { broken: [] } },
    })
  })

  it('not where it did not stand before', () => {
    const away = { ...stored, absences: [awayFor('anna', soon, soon)] }
    expect(
      planImport(away, anna({ employment: { ...since, validTo: '2026-12-06' } }), { mode: 'upsert', today }),
    ).toMatchObject({ value: { preview: { broken: [] } } })
  })

  it('on any half-day of several, and only there', () => {
    const longer = { ...stored, bookings: [{ ...cover, halfDays: ['2026-12-09/am', soon, '2026-12-08/pm'] }] }
    const plan = planImport(longer, file({ absences: [awayFor('anna', '2026-12-08/pm', '2026-12-10/pm')] }), {
      mode: 'upsert',
      today,
    })
    expect(plan).toMatchObject({
      value: { preview: { broken: [{ halfDays: [{ halfDay: '2026-12-08/pm' }, { halfDay: '2026-12-09/am' }] }] } },
    })
  })
})
