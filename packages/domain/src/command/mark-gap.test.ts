import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import type { Shortfall } from '../gap.ts'
import { type GapMark, isMarked } from '../gap-mark.ts'
import type { RegionIndex } from '../region-index.ts'
import type { Case } from '../test-candidacy.ts'
import { after, cover, decided, lending, monday, refused, thursday, wednesday, wednesdayPm } from '../test-command.ts'

type Marking = Extract<Command, { readonly kind: 'acknowledge-gap' | 'accept-risk' }>
const mark = (kind: 'acknowledge-gap' | 'accept-risk', halfDay = wednesday, need = 0): Marking => ({
  kind,
  requirement: 'wanted',
  need,
  halfDay,
})
const short = (...halfDays: string[]) => halfDays.map((halfDay) => ({ halfDay, shortage: 1 }))
const known = (fields: Partial<GapMark> = {}): GapMark => ({
  id: 'known',
  kind: 'acknowledged',
  requirement: 'wanted',
  need: 0,
  halfDays: short(wednesday),
  by: 'clerk-1',
  at: monday,
  ...fields,
})
/** One gap on Wednesday, another on Thursday. */
const twoGaps: Case = { wanted: { when: { kind: 'dates', halfDays: [wednesday, wednesdayPm, thursday] } } }
/** One gap over both days, of two people. */
const oneGap: Case = {
  wanted: {
    when: { kind: 'weekly', days: ['we', 'th'], halves: ['am'], validFrom: '2026-06-10', validTo: '2026-06-11' },
    needs: [{ anyOf: ['clerk'], count: 2 }],
  },
}

describe('a gap', () => {
  it.each([
    ['acknowledge-gap', 'acknowledged'],
    ['accept-risk', 'accepted-risk'],
  ] as const)('is marked as it is now: %s', (command, kind) => {
    expect(decided(lending(oneGap), mark(command, thursday))).toEqual({
      changes: [
        {
          kind: 'put',
          in: 'gapMarks',
          member: {
            id: 'new-2',
            kind,
            requirement: 'wanted',
            need: 0,
            halfDays: [
              { halfDay: wednesday, shortage: 2 },
              { halfDay: thursday, shortage: 2 },
            ],
            by: 'clerk-7',
            at: monday,
          },
        },
      ],
      ledger: [],
      notices: [],
    })
  })

  it('is marked with what covers it taken off', () => {
    const one = { ...oneGap, bookings: [cover({ halfDays: [thursday] })] }
    expect(after(lending(one), mark('accept-risk')).region.gapMarks).toMatchObject([
      {
        halfDays: [
          { halfDay: wednesday, shortage: 2 },
          { halfDay: thursday, shortage: 1 },
        ],
      },
    ])
  })

  it('beyond the horizon of the region is marked as well', () => {
    const settings = { horizonDays: 5, requestExpiryWorkingDays: 3 }
    expect(after(lending({ ...twoGaps, head: { settings } }), mark('accept-risk')).region.gapMarks).toHaveLength(1)
  })

  it.each<readonly [string, GapMark, Command]>([
    ['of the same gap', known(), mark('acknowledge-gap')],
    ['of one of its half-days', known({ halfDays: short(wednesdayPm, '2026-06-09/am') }), mark('acknowledge-gap')],
    ['of the other kind, by one of the other kind', known({ kind: 'accepted-risk' }), mark('accept-risk')],
    ['of the other need, by one of the other need', known({ need: 1 }), mark('acknowledge-gap', wednesday, 1)],
  ])('takes the place of what was said before: %s', (_, before, command) => {
    const index = after(lending({ ...twoGaps, marks: [before] }), command)
    expect(index.region.gapMarks).toMatchObject([{ id: 'new-3', halfDays: short(wednesday, wednesdayPm) }])
  })

  it.each<readonly [string, GapMark]>([
    ['of another gap', known({ halfDays: short(thursday) })],
    ['of the other kind', known({ kind: 'accepted-risk' })],
    ['of another need', known({ need: 1 })],
    ['of another requirement', known({ requirement: 'home' })],
  ])('lets stand what was said %s', (_, before) => {
    const index = after(lending({ ...twoGaps, marks: [before] }), mark('acknowledge-gap'))
    expect(index.region.gapMarks).toEqual([before, expect.objectContaining({ id: 'new-3' })])
  })

  it.each<readonly [string, Case, Command, string]>([
    ['nobody is missing', { absences: [] }, mark('accept-risk'), `wanted.0@${wednesday}`],
    ['nobody is asked for then', {}, mark('accept-risk', '2026-06-13/am'), 'wanted.0@2026-06-13/am'],
    ['the requirement is unknown', {}, { ...mark('accept-risk'), requirement: 'none' }, `none.0@${wednesday}`],
    ['the need is unknown', {}, mark('acknowledge-gap', wednesday, 2), `wanted.2@${wednesday}`],
    ['only another requirement is short', {}, { ...mark('accept-risk'), requirement: 'home' }, `home.0@${wednesday}`],
    [
      'only another need is short',
      {
        wanted: {
          needs: [
            { anyOf: ['clerk'], count: 1 },
            { anyOf: ['clerk'], count: 2 },
          ],
        },
        bookings: [cover()],
      },
      mark('accept-risk'),
      `wanted.0@${wednesday}`,
    ],
  ])('is not there to be marked where %s', (_, one, command, id) => {
    expect(refused(lending(one), command)).toEqual({ code: 'unknown', what: 'gap', id })
  })
})

const isKnown = (index: RegionIndex, ...halfDays: Shortfall[]) =>
  isMarked({ requirement: 'wanted', need: 0, halfDays }, index.region.gapMarks ?? [], 'acknowledged')

describe('a mark', () => {
  it('holds while its gap gets no worse', () => {
    const index = after(lending(oneGap), mark('acknowledge-gap'))
    expect(isKnown(index, { halfDay: wednesday, shortage: 1 })).toBe(true)
    expect(isKnown(index, { halfDay: wednesday, shortage: 3 })).toBe(false)
    expect(isKnown(index, { halfDay: wednesdayPm, shortage: 1 })).toBe(false)
  })
})
