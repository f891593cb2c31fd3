import { describe, expect, it } from 'vitest'
import { canonical } from './change.ts'
import { type ImportMode, planImport } from './import.ts'
import type { Problem } from './problem.ts'
import type { Region } from './region.ts'
import {
  agreement,
  authority,
  awayFor,
  booking,
  requirement,
  runsA,
  since,
  specialist,
  testRegion,
} from './test-region.ts'

const today = '2026-11-23'
const soon = '2026-12-07/am'

/** Anna of the city covers in the parish's payroll on one half-day, under an agreement. */
const cover = booking('anna', soon, { id: 'cover', authority: 'parish', area: 'payroll', agreement: 'pool' })
const stored = testRegion({
  authorities: [authority('city'), authority('parish', { deployments: [runsA] })],
  agreements: [agreement('pool')],
  specialists: [specialist('anna'), specialist('bert')],
  requirements: [requirement('run', { needs: [{ anyOf: ['approver'], count: 1 }] })],
  absences: [{ id: 'leave', specialist: 'bert', from: '2026-12-01/am', to: '2026-12-04/pm' }],
  bookings: [cover],
}).region

const lists = ['serviceAreas', 'products', 'authorities', 'agreements', 'specialists', 'requirements'] as const
const nothing = {
  ...Object.fromEntries(lists.map((name) => [name, []])),
  absences: [],
  bookings: [],
  refusals: [],
} as const

/** A file of the stored region's head with these members, and none beside them. */
const file = (fields: Partial<Region>): Region => ({ ...stored, ...nothing, ...fields })

const planned = (incoming: Region, mode: ImportMode = 'upsert') => {
  const plan = planImport(stored, incoming, { mode, today })
  if (!plan.ok) throw new Error(JSON.stringify(plan.refusal))
  return plan.value
}
const problems = (incoming: Region, mode: ImportMode = 'upsert', current = stored): readonly Problem[] => {
  const plan = planImport(current, incoming, { mode, today })
  return plan.ok ? [] : plan.refusal
}

describe('an import', () => {
  it('into an empty store adds everything, in canonical order', () => {
    const plan = planImport(
      undefined,
      { ...stored, specialists: stored.specialists.toReversed() },
      { mode: 'upsert', today },
    )
    expect(plan).toMatchObject({
      ok: true,
      value: {
        next: canonical(stored),
        preview: {
          head: 'added',
          broken: [],
          lists: { specialists: { added: 2, changed: 0, removed: 0, unchanged: 0 } },
        },
      },
    })
  })

  it.each<ImportMode>(['upsert', 'replace'])('of what is stored already changes nothing (%s)', (mode) => {
    const { next, preview } = planned(stored, mode)
    expect(next).toEqual(canonical(stored))
    expect(preview.head).toBe('unchanged')
    expect(preview.broken).toEqual([])
    for (const { added, changed, removed } of Object.values(preview.lists)) expect(added + changed + removed).toBe(0)
  })

  it('takes a field order of its own for no change', () => {
    const [anna] = stored.specialists
    const turned = Object.fromEntries(Object.entries(anna ?? {}).toReversed())
    const { preview } = planned(file({ specialists: [{ ...specialist('anna'), ...turned }] }))
    expect(preview.lists.specialists).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 2 })
  })

  it('adds and changes by id, and keeps what the file does not name', () => {
    const { next, preview } = planned(
      file({ specialists: [specialist('bert', { displayName: 'Bert B.' }), specialist('cleo')] }),
    )
    expect(preview.lists.specialists).toEqual({ added: 1, changed: 1, removed: 0, unchanged: 1 })
    expect(preview.lists.bookings).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 1 })
    expect(next.specialists.map(({ id, displayName }) => [id, displayName])).toEqual([
      ['anna', 'anna'],
      ['bert', 'Bert B.'],
      ['cleo', 'cleo'],
    ])
  })

  it('removes what the file does not name only where it replaces', () => {
    const without = { ...stored, absences: [] }
    expect(planned(without).next.absences).toHaveLength(1)
    expect(planned(without, 'replace').next.absences).toEqual([])
    expect(planned(without, 'replace').preview.lists.absences.removed).toBe(1)
  })

  it('adds a refusal once', () => {
    const refusal = { requirement: 'run', need: 0, halfDay: soon, specialist: 'bert' }
    const { next } = planned(file({ refusals: [refusal] }))
    expect(next.refusals).toEqual([refusal])
    expect(planImport(next, file({ refusals: [refusal] }), { mode: 'upsert', today })).toMatchObject({
      value: { next: { refusals: [refusal] }, preview: { lists: { refusals: { unchanged: 1 } } } },
    })
  })

  it('changes the head', () => {
    expect(planned({ ...stored, region: { ...stored.region, name: 'New' } }).preview.head).toBe('changed')
  })
})

describe('an import is refused where file and store do not hold together', () => {
  it.each<readonly [name: string, incoming: Partial<Region>, problem: object]>([
    [
      'an id that stands twice in the file',
      { specialists: [specialist('cleo'), specialist('cleo')] },
      { pointer: '/specialists/1/id', code: 'duplicate-id', first: '/specialists/0/id' },
    ],
    [
      'a reference that neither has',
      { absences: [awayFor('nobody', soon, soon)] },
      { pointer: '/absences/0/specialist', code: 'unknown-reference', id: 'nobody' },
    ],
    [
      'an absence that begins within a stored one',
      { absences: [{ id: 'new', specialist: 'bert', from: '2026-12-04/pm', to: '2026-12-09/pm' }] },
      { pointer: '/absences/0/from', code: 'overlapping-absences', other: 'stored:/absences/leave' },
    ],
    [
      'an absence within which a stored one begins',
      { absences: [{ id: 'new', specialist: 'bert', from: '2026-11-01/am', to: '2026-12-01/am' }] },
      { pointer: '/absences/0/from', code: 'overlapping-absences', other: 'stored:/absences/leave' },
    ],
    [
      'two absences of the file',
      {
        absences: [
          awayFor('anna', '2026-12-10/am', '2026-12-11/am'),
          awayFor('anna', '2026-12-11/am', '2026-12-12/am'),
        ],
      },
      { pointer: '/absences/1/from', code: 'overlapping-absences', other: '/absences/0' },
    ],
    [
      'a booking on a half-day that a stored one claims',
      { bookings: [booking('anna', soon)] },
      { pointer: '/bookings/0/halfDays/0', code: 'double-booking', other: 'stored:/bookings/cover/halfDays/0' },
    ],
    [
      'a post moved to where the person covers',
      { specialists: [specialist('anna', { authority: 'parish' })] },
      { pointer: 'stored:/bookings/cover/area', code: 'own-post' },
    ],
    [
      'a role that stored people still have',
      { serviceAreas: stored.serviceAreas.map((area) => ({ ...area, roles: area.roles.slice(0, 1) })) },
      { pointer: 'stored:/specialists/anna/competences/0/roles/1', code: 'unknown-reference', id: 'approver' },
    ],
  ])('%s', (_, incoming, problem) => expect(problems(file(incoming))[0]).toMatchObject(problem))

  it('an absence that adjoins a stored one is none of these', () => {
    expect(
      problems(file({ absences: [{ id: 'new', specialist: 'bert', from: '2026-12-05/am', to: '2026-12-06/pm' }] })),
    ).toEqual([])
  })

  it('a stored absence that the file moves no longer stands in the way', () => {
    const moved = { id: 'leave', specialist: 'bert', from: '2027-01-04/am', to: '2027-01-04/pm' }
    expect(problems(file({ absences: [moved, awayFor('bert', '2026-12-01/am', '2026-12-01/pm')] }))).toEqual([])
  })

  it.each([
    ['the specialist', { specialists: [specialist('bert')], absences: [] }, '/specialists', 'specialist'],
    ['the agreement', { agreements: [] }, '/agreements', 'agreement'],
    [
      'the authority',
      {
        authorities: [authority('city')],
        agreements: [],
        requirements: [],
        specialists: [
          specialist('anna', { authorisations: [], access: [] }),
          specialist('bert', { authorisations: [], access: [] }),
        ],
      },
      '/authorities',
      'authority',
    ],
  ])('%s of a live booking that the file drops with it', (_, fields, pointer, to) => {
    expect(problems({ ...stored, bookings: [], ...fields }, 'replace')).toContainEqual(
      expect.objectContaining({ pointer, to, code: 'needed-by-booking', booking: 'cover' }),
    )
  })

  it('what only an ended booking referred to may be dropped with it', () => {
    const ended = { ...stored, bookings: [{ ...cover, status: 'ended' as const }] }
    expect(problems({ ...stored, bookings: [], agreements: [] }, 'replace', ended)).toEqual([])
  })
})

describe('an import shows the live cover it would break', () => {
  const anna = (fields: Parameters<typeof specialist>[1]) => file({ specialists: [specialist('anna', fields)] })

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
