import { describe, expect, it } from 'vitest'
import { canonical } from './change.ts'
import { type ImportMode, planImport } from './import.ts'
import type { Region } from './region.ts'
import { cover, file, planned, problems, soon, stored, today } from './test-import.ts'
import { authority, awayFor, booking, requirement, specialist } from './test-region.ts'

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

  it('forgets what was said of the gaps of a need that is no more, and of no other', () => {
    const two = { needs: [0, 1].map(() => ({ anyOf: ['clerk'], count: 1 })) }
    const said = [0, 1].map((need) => ({ requirement: 'run', need, halfDay: soon, specialist: 'bert' }))
    const refused = planned(file({ requirements: [requirement('run', two)], refusals: said })).next
    const plan = planImport(refused, file({ requirements: stored.requirements }), { mode: 'upsert', today })
    expect(plan).toMatchObject({ ok: true, value: { next: { refusals: said.slice(0, 1) } } })
  })

  it('changes the head', () => {
    expect(planned({ ...stored, region: { ...stored.region, name: 'New' } }).preview.head).toBe('changed')
  })

  describe('of day and schema', () => {
    const dated: Region = { ...stored, asOf: '2026-11-16', $schema: 'old.json' }
    const { asOf: _, $schema: __, ...undated } = dated
    it.each<readonly [name: string, incoming: Region, mode: ImportMode, head: string, kept: Partial<Region>]>([
      ['the same', dated, 'upsert', 'unchanged', { asOf: '2026-11-16', $schema: 'old.json' }],
      ['another day', { ...dated, asOf: today }, 'upsert', 'changed', { asOf: today, $schema: 'old.json' }],
      ['another schema', { ...dated, $schema: 'new' }, 'upsert', 'changed', { asOf: '2026-11-16', $schema: 'new' }],
      ['neither keeps both', undated, 'upsert', 'unchanged', { asOf: '2026-11-16', $schema: 'old.json' }],
      ['neither, where it replaces', undated, 'replace', 'changed', {}],
    ])('%s', (_name, incoming, mode, head, kept) => {
      const plan = planImport(dated, incoming, { mode, today })
      expect(plan).toMatchObject({ ok: true, value: { preview: { head } } })
      expect(plan.ok && plan.value.next).toEqual(canonical({ ...undated, ...kept }))
    })
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
