import type { Region } from '@vertretbar/domain/region'
import { awayFor, specialist } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { candidateBehind, candidatesView, visibleNeed } from './candidates-view.ts'
import { type Kind, regionWith, short, viewerOf, week } from './test-viewer.ts'

const need = { requirement: 'parish.payroll', need: 0 }

function told(kind: Kind, fields: Partial<Region> = {}) {
  const viewer = viewerOf(kind, fields)
  const ref = visibleNeed(viewer, need)
  if (ref === undefined) throw new Error('the need is not to be seen')
  return { viewer, ref, view: candidatesView(viewer, ref, week) }
}

describe('candidates', () => {
  it.each<readonly [Kind, boolean]>([
    ['the HR manager who asks', true],
    ['the head of the area that asks', true],
    ['the controller who asks', false],
    ['the HR manager of a partner', false],
    ['a specialist of a partner', false],
    ['the HR manager of a stranger', false],
    ['the coordinator', true],
    ['the operator', false],
  ])('are told of a gap that one may see: %s', (kind, isSeen) => {
    expect(visibleNeed(viewerOf(kind), need) !== undefined).toBe(isSeen)
    expect(visibleNeed(viewerOf(kind), { ...need, need: 1 })).toBeUndefined()
  })

  it('of others have numbers and what they could do, those who cannot are counted', () => {
    const { view } = told('the HR manager who asks')
    const common = {
      authority: 'city',
      passed: ['not-competent', 'not-available', 'no-agreement', 'conflict', 'agreement-limit', 'refused'],
      opens: [],
      shortNotice: [],
    }
    expect(view.unnamed.map(({ candidate }) => candidate)).toEqual([
      expect.stringMatching(/^2026-06-08\.2026-06-14\.[0-9a-f]{32}\.1$/),
      expect.stringMatching(/^2026-06-08\.2026-06-14\.[0-9a-f]{32}\.1$/),
    ])
    expect(view.unnamed).toMatchObject([
      { ...common, person: 1, halfDays: short },
      { ...common, person: 2, halfDays: short.slice(2) },
    ])
    const [first = {}] = view.unnamed
    expect(Object.keys(first).toSorted().join(' ')).toBe('authority candidate halfDays opens passed person shortNotice')
    // A limit and an exclusion are told alike.
    expect(view.barred).toEqual([{ authority: 'city', barred: [{ code: 'not-available', people: 2 }] }])
  })

  it('of their own have names, and all that bars them', () => {
    const { named } = told('the HR manager who asks').view
    expect(named.map((one) => [one.specialist, one.halfDays, one.barred])).toEqual([
      ['parish-r1', [], [{ codes: ['not-competent'], halfDays: short }]],
      ['parish-r2', short.slice(1), [{ codes: ['not-available'], halfDays: short.slice(0, 1) }]],
    ])
  })

  it('have names but no reasons of their own for the coordinator', () => {
    const { named, unnamed, barred } = told('the coordinator').view
    expect(named.map((one) => [one.specialist, one.barred.map(({ codes }) => codes)])).toEqual([
      ['city-p1', []],
      ['city-p2', [['not-available']]],
      ['city-p3', [['not-available']]],
      ['city-p4', [['not-available']]],
      ['parish-r2', [['not-available']]],
    ])
    expect(unnamed).toEqual([])
    // Who cannot do the work at all is counted and not named.
    expect(barred).toEqual([{ authority: 'parish', barred: [{ code: 'not-competent', people: 1 }] }])
  })

  it('have no names in their own house for the head of another area', () => {
    const { named, unnamed } = told('the head of the area that asks').view
    expect(named).toEqual([])
    expect(unnamed.map(({ authority, person }) => `${authority} ${person}`)).toEqual(['city 1', 'city 2', 'parish 1'])
  })
})

const meant = (fields: Partial<Region>, position: number, halfDays: readonly string[]): string | undefined => {
  const { viewer, ref, view } = told('the HR manager who asks', fields)
  const candidate = view.unnamed[position]?.candidate ?? ''
  return candidateBehind(viewer, ref, { candidate, halfDays, today: '2026-06-08' })?.id
}

const handlesOf = (ids: readonly string[]) =>
  told('the HR manager who asks', { specialists: ids.map((id) => specialist(id)), absences: [], bookings: [] }).view
    .unnamed

describe('whom a handle means', () => {
  it.each<readonly [string, number, readonly string[], string | undefined]>([
    ['the first', 0, short, 'city-p1'],
    ['the first, for less than they could', 0, short.slice(1), 'city-p1'],
    ['the second', 1, short.slice(2), 'city-p2'],
    ['the second, for what they were not told to be able to', 1, short, undefined],
  ])('is who was told: %s', (_, position, halfDays, who) => expect(meant({}, position, halfDays)).toBe(who))

  it('is nobody once they are no longer what was told', () => {
    const before = told('the HR manager who asks')
    const [first] = before.view.unnamed
    const { absences } = regionWith().region
    const after = told('the HR manager who asks', {
      absences: [...absences, awayFor('city-p1', '2026-06-10/pm', '2026-06-10/pm')],
    })
    const asked = { candidate: first?.candidate ?? '', halfDays: short.slice(2), today: '2026-06-08' }
    expect(candidateBehind(before.viewer, before.ref, asked)?.id).toBe('city-p1')
    expect(candidateBehind(after.viewer, after.ref, asked)).toBeUndefined()
  })

  it.each(['2026-06-08.2026-06-14.0.1', '9999-01-01.2026-06-14.0.1', '2026-02-30.2026-06-14.0.1'])(
    'is nobody for what was never told: %s',
    (candidate) => {
      const { viewer, ref } = told('the HR manager who asks')
      expect(candidateBehind(viewer, ref, { candidate, halfDays: [], today: '2026-06-08' })).toBeUndefined()
    },
  )

  it('are two where two are told alike, whatever they are called', () => {
    const one = handlesOf(['city-p1', 'city-p2'])
    expect(new Set(one.map(({ candidate }) => candidate)).size).toBe(2)
    expect(handlesOf(['a', 'z'])).toEqual(one)
  })
})
