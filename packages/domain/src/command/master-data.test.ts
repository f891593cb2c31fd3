import { describe, expect, it } from 'vitest'
import { changed } from '../change.ts'
import { Command } from '../command.ts'
import type { GapMark } from '../gap-mark.ts'
import { after, cover, decided, lending, monday, refused, registrar, request, wednesday } from '../test-command.ts'
import { agreement, areasWith, authority, awayFor, requirement, runsA, since, specialist } from '../test-region.ts'
import type { MasterData } from './master-data.ts'

type Put = Extract<Command, { readonly kind: 'put-entry' }>

const [payroll] = areasWith('payroll', { blocks: ['audit'] })
if (payroll === undefined) throw new Error('no area')
const product = { id: 'c', name: 'C', vendor: 'C', accessLeadWorkingDays: 1 }

/** One thing for each list, added or changed. */
const puts: { readonly [List in MasterData]: Extract<Put, { readonly in: List }> } = {
  serviceAreas: { kind: 'put-entry', in: 'serviceAreas', member: payroll },
  products: { kind: 'put-entry', in: 'products', member: product },
  authorities: { kind: 'put-entry', in: 'authorities', member: authority('town', { deployments: [runsA] }) },
  agreements: { kind: 'put-entry', in: 'agreements', member: agreement('pool', { monthlyHalfDayLimit: 9 }) },
  specialists: { kind: 'put-entry', in: 'specialists', member: specialist('city-p3') },
  requirements: { kind: 'put-entry', in: 'requirements', member: requirement('wanted', { criticality: 'critical' }) },
}

describe('master data', () => {
  it.each(Object.values(puts))('is as it was put: $in', (command) => {
    expect(Command.parse(command)).toEqual(command)
    expect(decided(lending(), command)).toEqual({
      changes: [{ ...command, kind: 'put' }],
      ledger: [],
      notices: [],
    })
  })

  it.each<readonly [string, Put, readonly object[]]>([
    [
      'a person with a role, software and an authority that nobody knows',
      {
        kind: 'put-entry',
        in: 'specialists',
        member: specialist('city-p3', {
          authority: 'nowhere',
          competences: [{ area: 'payroll', roles: ['clerk', 'none'], products: ['none'] }],
        }),
      },
      [
        { pointer: '/authority', code: 'unknown-reference', to: 'authority', id: 'nowhere' },
        { pointer: '/competences/0/roles/1', code: 'unknown-reference', to: 'role', id: 'none' },
        { pointer: '/competences/0/products/0', code: 'unknown-reference', to: 'product', id: 'none' },
      ],
    ],
    [
      'a reversed period',
      { kind: 'put-entry', in: 'agreements', member: agreement('pool', { validTo: '2024-12-31' }) },
      [{ pointer: '/validTo', code: 'reversed-period', from: since.validFrom, to: '2024-12-31' }],
    ],
    [
      'an area with a role twice',
      {
        kind: 'put-entry',
        in: 'serviceAreas',
        member: { ...payroll, roles: [...payroll.roles, ...payroll.roles.slice(0, 1)] },
      },
      [{ pointer: '/roles/2/id', code: 'duplicate-id', id: 'clerk', first: '/roles/0/id' }],
    ],
    [
      'an agreement that reaches nobody else',
      { kind: 'put-entry', in: 'agreements', member: agreement('pool', { receivers: ['city'] }) },
      [{ pointer: '/receivers', code: 'no-other-receiver' }],
    ],
    [
      'the role that stored things still name',
      { kind: 'put-entry', in: 'serviceAreas', member: { ...payroll, roles: payroll.roles.slice(0, 1) } },
      [
        ...['city-p1', 'city-p2', 'parish-p1', 'parish-r1'].map((id) => `specialists/${id}/competences/0/roles/1`),
        'requirements/wanted/needs/1/anyOf/0',
      ].map((place) => ({ pointer: `stored:/${place}`, code: 'unknown-reference', to: 'role', id: 'approver' })),
    ],
    [
      'a post where the person is to cover',
      { kind: 'put-entry', in: 'specialists', member: specialist('city-p1', { authority: 'parish' }) },
      [{ pointer: 'stored:/bookings/cover/area', code: 'own-post' }],
    ],
  ])('is not put with the place of what is wrong in it, or of what is stored: %s', (_, command, problems) => {
    expect(refused(lending({ bookings: [cover()] }), command)).toEqual({ code: 'invalid', problems })
  })
})

const remove = (list: MasterData, id: string): Command => ({ kind: 'remove-entry', in: list, id })

describe('master data that is removed', () => {
  it.each<readonly [MasterData, string]>([
    ['products', 'b'],
    ['agreements', 'pool'],
    ['specialists', 'city-p2'],
    ['requirements', 'home'],
  ])('is gone where nothing refers to it: %s %s', (list, id) => {
    expect(Command.parse(remove(list, id))).toEqual(remove(list, id))
    expect(decided(lending(), remove(list, id)).changes).toEqual([{ kind: 'remove', in: list, id }])
    expect(after(lending(), remove(list, id)).region[list]).not.toContainEqual(expect.objectContaining({ id }))
  })

  it.each<readonly [MasterData, string, pointer: string]>([
    ['specialists', 'city-p1', 'stored:/bookings/cover/specialist'],
    ['agreements', 'pool', 'stored:/bookings/cover/agreement'],
    ['authorities', 'parish', 'stored:/bookings/cover/authority'],
    ['serviceAreas', 'payroll', 'stored:/bookings/cover/area'],
    ['specialists', 'parish-p1', 'stored:/absences/parish-p1-2026-05-01-am/specialist'],
    ['specialists', 'city-p2', 'stored:/refusals/0/specialist'],
    ['products', 'a', 'stored:/authorities/parish/deployments/0/product'],
    ['products', 'a', 'stored:/specialists/city-p1/access/0/product'],
    ['serviceAreas', 'audit', '/region/conflicts/0/areas/1'],
  ])('stays where something refers to it: %s %s by %s', (list, id, pointer) => {
    const refusals = [{ requirement: 'wanted', need: 0, halfDay: wednesday, specialist: 'city-p2' }]
    expect(Command.parse(remove(list, id))).toEqual(remove(list, id))
    for (const booking of [request(), cover()]) {
      const refusal = refused(lending({ bookings: [booking], refusals }), remove(list, id))
      const problems = refusal.code === 'invalid' ? refusal.problems : []
      expect(problems).toContainEqual(expect.objectContaining({ pointer, id, code: 'unknown-reference' }))
    }
  })

  it('was there', () => {
    expect(refused(lending(), remove('products', 'none'))).toEqual({ code: 'unknown', what: 'entry', id: 'none' })
    expect(refused(lending(), remove('agreements', registrar.id))).toMatchObject({ code: 'unknown' })
  })

  it('takes nothing else with it', () => {
    const index = lending({ absences: [awayFor('city-p2', wednesday, wednesday)] })
    expect(after(index, remove('products', 'b')).region).toEqual(
      changed(index.region, [{ kind: 'remove', in: 'products', id: 'b' }]),
    )
  })
})

const refusal = (need: number) => ({ requirement: 'wanted', need, halfDay: wednesday, specialist: 'city-p1' })

const left = ({ region }: ReturnType<typeof lending>) => ({
  refusals: region.refusals,
  marks: region.gapMarks?.map(({ id }) => id),
})

describe('what was said of the gaps of a requirement', () => {
  const short = [{ halfDay: wednesday, shortage: 1 }]
  const mark = (id: string, name: string, need: number): GapMark => ({
    id,
    kind: 'acknowledged',
    requirement: name,
    need,
    halfDays: short,
    by: 'clerk-7',
    at: monday,
  })
  const index = lending({
    refusals: [refusal(0), refusal(1)],
    marks: [mark('first', 'wanted', 0), mark('home', 'home', 0), mark('second', 'wanted', 1)],
  })

  it('goes with the requirement', () => {
    expect(left(after(index, remove('requirements', 'wanted')))).toEqual({ refusals: [], marks: ['home'] })
  })

  it('goes with a need that is not asked for any more', () => {
    expect(left(after(index, puts.requirements))).toEqual({ refusals: [refusal(0)], marks: ['first', 'home'] })
  })

  it('stays where the requirement has as many needs', () => {
    const member = { ...index.requirement('wanted'), criticality: 'critical' as const }
    expect(left(after(index, { kind: 'put-entry', in: 'requirements', member }))).toEqual(left(index))
  })
})

describe('the region itself', () => {
  const { region: head } = lending().region
  const put = (fields: Partial<typeof head>): Command => ({ kind: 'put-head', head: { ...head, ...fields } })

  it('is as it was put', () => {
    const next = { name: 'Other', settings: { horizonDays: 30, requestExpiryWorkingDays: 1 } }
    expect(decided(lending(), put(next))).toEqual({
      changes: [{ kind: 'put-head', head: { ...head, ...next } }],
      ledger: [],
      notices: [],
    })
  })

  it.each<readonly [string, Partial<typeof head>, object]>([
    ['it is another', { id: 'another' }, { pointer: '/id', code: 'not-one-of', allowed: [head.id] }],
    [
      'it names an area that nobody knows',
      { conflicts: [{ areas: ['payroll', 'none'], lookBackDays: 1 }] },
      { pointer: '/conflicts/0/areas/1', code: 'unknown-reference', to: 'area', id: 'none' },
    ],
    [
      'an area is in conflict with itself',
      { conflicts: [{ areas: ['audit', 'audit'], lookBackDays: 1 }] },
      { pointer: '/conflicts/0/areas/1', code: 'same-area' },
    ],
    [
      'an office stands twice in it',
      {
        collectionOffices: [
          { id: 'aok', name: 'AOK', state: 'DE-NI' },
          { id: 'aok', name: 'AOK', state: 'DE-HE' },
        ],
      },
      { pointer: '/collectionOffices/1/id', code: 'duplicate-id', id: 'aok', first: '/collectionOffices/0/id' },
    ],
  ])('is not put where %s', (_, fields, problem) => {
    expect(refused(lending(), put(fields))).toEqual({ code: 'invalid', problems: [problem] })
  })
})
