import { describe, expect, it } from 'vitest'
import { type Case, periodRows, type Row, reasonsIn } from './test-candidacy.ts'
import { booking } from './test-region.ts'

const inHouse = { authority: 'parish', homeArea: 'registry' }
const eachOther = { givers: ['city', 'parish'], receivers: ['city', 'parish'] }
const idle = { kind: 'dates', halfDays: [] } as const
/** Cover under the pool by the candidate's colleague, at the limit or not. */
const used = (
  halfDay: string,
  monthlyHalfDayLimit: number,
  fields: Partial<ReturnType<typeof booking>> = {},
): Case => ({
  agreement: { monthlyHalfDayLimit },
  bookings: [booking('city-p2', halfDay, { authority: 'parish', area: 'payroll', agreement: 'pool', ...fields })],
})

const tables: Readonly<Record<string, readonly Row[]>> = {
  'no-agreement': [
    ...periodRows('the agreement', (period) => ({ agreement: period }), { valid: [], invalid: ['no-agreement'] }),
    ['the other direction only', { agreement: { givers: ['parish'], receivers: ['city'] } }, ['no-agreement']],
    ['both directions', { agreement: eachOther }, []],
    ['another area only', { agreement: { areas: ['audit'] } }, ['no-agreement']],
    ['a further one', { agreement: { areas: ['audit'] }, furtherAgreement: {} }, []],
    ['in-house', { candidate: inHouse, agreement: { areas: ['audit'] } }, []],
  ],
  'agreement-limit': [
    ['the limit is reached with this half-day', used('2026-06-30/pm', 2), []],
    ['one above it on the last day of the month', used('2026-06-30/pm', 1), ['agreement-limit']],
    ['one above it on the first day of the month', used('2026-06-01/am', 1), ['agreement-limit']],
    ['the day before the month', used('2026-05-29/pm', 1), []],
    ['the day after the month', used('2026-07-01/am', 1), []],
    ['a request counts', used('2026-06-30/pm', 1, { status: 'requested' }), ['agreement-limit']],
    ['an ended cover does not', used('2026-06-30/pm', 1, { status: 'ended' }), []],
    ['another agreement was used', { ...used('2026-06-30/pm', 1, { agreement: 'further' }), furtherAgreement: {} }, []],
    [
      'another giver used it',
      { ...used('2026-06-30/pm', 1), colleague: { authority: 'parish', homeArea: 'audit' }, home: { when: idle } },
      [],
    ],
    ['a limit of none', { agreement: { monthlyHalfDayLimit: 0 } }, ['agreement-limit']],
    ['another agreement has room', { agreement: { monthlyHalfDayLimit: 0 }, furtherAgreement: {} }, []],
    [
      'no agreement has room',
      { agreement: { monthlyHalfDayLimit: 0 }, furtherAgreement: { monthlyHalfDayLimit: 0 } },
      ['agreement-limit'],
    ],
    ...periodRows(
      'the one with room',
      (period) => ({ agreement: { monthlyHalfDayLimit: 0 }, furtherAgreement: period }),
      { valid: [], invalid: ['agreement-limit'] },
    ),
    ['in-house', { candidate: inHouse, agreement: { ...eachOther, monthlyHalfDayLimit: 0 } }, []],
    ['this half-day is not counted twice', used('2026-06-10/am', 1, { specialist: 'city-p1' }), ['not-available']],
  ],
  'short-notice': [
    ['notice exactly enough', { agreement: { noticeWorkingDays: 3 }, today: '2026-06-05' }, []],
    ['notice one day short', { agreement: { noticeWorkingDays: 3 }, today: '2026-06-08' }, ['short-notice']],
    [
      'a day closed at home does not count',
      { agreement: { noticeWorkingDays: 3 }, today: '2026-06-05', city: { closures: [{ date: '2026-06-09' }] } },
      ['short-notice'],
    ],
    [
      'a morning closed at home counts',
      {
        agreement: { noticeWorkingDays: 3 },
        today: '2026-06-05',
        city: { closures: [{ date: '2026-06-09', half: 'am' }] },
      },
      [],
    ],
    ['no notice asked, on the day itself', { today: '2026-06-10' }, []],
    [
      'one day asked, on the day itself',
      { agreement: { noticeWorkingDays: 1 }, today: '2026-06-10' },
      ['short-notice'],
    ],
    ['one day asked, the day before', { agreement: { noticeWorkingDays: 1 }, today: '2026-06-09' }, []],
    [
      'another agreement asks for less',
      { agreement: { noticeWorkingDays: 3 }, furtherAgreement: { noticeWorkingDays: 2 }, today: '2026-06-08' },
      [],
    ],
    ...periodRows(
      'the one that asks for none',
      (period) => ({ agreement: { noticeWorkingDays: 3 }, furtherAgreement: period, today: '2026-06-08' }),
      { valid: [], invalid: ['short-notice'] },
    ),
    ['in-house', { candidate: inHouse, agreement: { ...eachOther, noticeWorkingDays: 3 }, today: '2026-06-08' }, []],
  ],
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', (_boundary, one, codes) => {
    expect(reasonsIn(one)).toEqual(codes)
  })
})
