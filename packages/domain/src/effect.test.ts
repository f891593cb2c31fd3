import { describe, expect, it } from 'vitest'
import type { Change } from './change.ts'
import { effectOf } from './effect.ts'
import type { Gap } from './gap.ts'
import { dayOf } from './half-day.ts'
import { type Case, vacancy } from './test-candidacy.ts'
import { cover, lending, thursday, wednesday, wednesdayPm } from './test-command.ts'
import { awayFor } from './test-region.ts'

const today = dayOf('2026-06-01')
/** Two clerks are asked for on Wednesday and on Thursday morning. */
const wanted: Case['wanted'] = {
  when: { kind: 'dates', halfDays: [wednesday, thursday] },
  needs: [{ anyOf: ['clerk'], count: 2 }],
}
const colleague = { ...vacancy, id: 'colleague', specialist: 'parish-p2' }
const put = (member: typeof vacancy): Change => ({ kind: 'put', in: 'absences', member })
const lines = (gaps: readonly Gap[]) =>
  gaps.flatMap(({ requirement, need, halfDays }) =>
    halfDays.map(({ halfDay, shortage }) => `${requirement}.${need} ${halfDay} ${shortage}`),
  )
const effect = (one: Case, ...changes: Change[]) => {
  const { opened, closed, broken } = effectOf(lending(one), changes, today)
  return { opened: lines(opened), closed: lines(closed), broken }
}
const nothing = { opened: [], closed: [], broken: [] }
/** Nobody is missing at the parish until parish-p1 goes. */
const whole: Case = { absences: [], wanted: { ...wanted, needs: [{ anyOf: ['clerk'], count: 1 }] } }
/** One of two is missing, for parish-p1 is away. */
const short: Case = { wanted, others: [{ ...lending().specialist('parish-p1'), id: 'parish-p2' }] }

describe('the effect of a change', () => {
  it.each<readonly [string, Case, readonly Change[], object]>([
    ['nothing', short, [], nothing],
    [
      'a gap is opened',
      whole,
      [put(awayFor('parish-p1', wednesday, wednesday))],
      { ...nothing, opened: [`wanted.0 ${wednesday} 1`] },
    ],
    [
      'a gap is deepened, and told where it is',
      short,
      [put({ ...colleague, from: thursday })],
      { ...nothing, opened: [`wanted.0 ${thursday} 2`] },
    ],
    [
      'a gap is closed',
      { ...whole, absences: [vacancy] },
      [{ kind: 'remove', in: 'absences', id: vacancy.id }],
      { ...nothing, closed: [`wanted.0 ${wednesday} 1`, `wanted.0 ${thursday} 1`] },
    ],
    [
      'a gap is eased, and told where it is',
      { ...short, absences: [vacancy, colleague] },
      [put({ ...colleague, from: thursday })],
      { ...nothing, closed: [`wanted.0 ${wednesday} 2`] },
    ],
    [
      'one gap is opened and another closed',
      { ...short, absences: [awayFor('parish-p1', wednesday, wednesday)] },
      [
        { kind: 'remove', in: 'absences', id: awayFor('parish-p1', wednesday, wednesday).id },
        put(awayFor('parish-p2', thursday, thursday)),
      ],
      { ...nothing, opened: [`wanted.0 ${thursday} 1`], closed: [`wanted.0 ${wednesday} 1`] },
    ],
    [
      'one who comes for one who goes',
      short,
      [{ kind: 'remove', in: 'absences', id: vacancy.id }, put(colleague)],
      nothing,
    ],
    ['an absence when nobody is asked for', whole, [put(awayFor('parish-p1', wednesdayPm, wednesdayPm))], nothing],
  ])('%s', (_, one, changes, expected) => expect(effect(one, ...changes)).toEqual(expected))

  it('tells the cover that breaks, and the gap that is back with it', () => {
    const one: Case = { wanted: { ...wanted, needs: [{ anyOf: ['clerk'], count: 1 }] }, bookings: [cover()] }
    expect(effect(one, put(awayFor('city-p1', wednesday, wednesday)))).toEqual({
      opened: [`wanted.0 ${wednesday} 1`],
      closed: [],
      broken: [
        {
          booking: 'cover',
          specialist: 'city-p1',
          authority: 'parish',
          area: 'payroll',
          halfDays: [{ halfDay: wednesday, codes: ['not-available'] }],
        },
      ],
    })
  })

  it('tells the cover that breaks also where the changes say what becomes of it', () => {
    const one: Case = { bookings: [cover()] }
    const away = put(awayFor('city-p1', wednesday, wednesday))
    const gone: Change = { kind: 'put', in: 'bookings', member: cover({ status: 'ended', halfDays: [] }) }
    expect(effect(one, away, gone).broken).toMatchObject([{ booking: 'cover', halfDays: [{ halfDay: wednesday }] }])
    expect(effect(one, gone).broken).toEqual([])
  })

  it('is told need by need', () => {
    const twoNeeds: Case = {
      absences: [],
      wanted: { when: { kind: 'dates', halfDays: [wednesday] } },
    }
    expect(effect(twoNeeds, put(vacancy)).opened).toEqual([`wanted.0 ${wednesday} 1`, `wanted.1 ${wednesday} 1`])
  })

  it('is looked for from today on over a year', () => {
    const dates = ['2026-05-29/am', '2026-06-01/am', '2027-06-01/pm', '2027-06-02/am']
    const one: Case = {
      absences: [],
      wanted: { ...wanted, when: { kind: 'dates', halfDays: dates }, needs: [{ anyOf: ['clerk'], count: 1 }] },
    }
    expect(effect(one, put(vacancy)).opened).toEqual(['wanted.0 2026-06-01/am 1', 'wanted.0 2027-06-01/pm 1'])
  })
})
