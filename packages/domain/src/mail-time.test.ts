import { expect, it } from 'vitest'
import { mailTime } from './mail-time.ts'
import { member } from './test-member.ts'

it.each([
  ['at six in winter, where nothing is said', '2026-12-07', undefined, '2026-12-07T05:00:00.000Z'],
  ['at six in summer', '2026-06-10', undefined, '2026-06-10T04:00:00.000Z'],
  ['when the member wants it', '2026-12-07', '07:45', '2026-12-07T06:45:00.000Z'],
  [
    'at the first minute of the day, which is still the day before in UTC',
    '2026-12-07',
    '00:00',
    '2026-12-06T23:00:00.000Z',
  ],
  ['at its last minute', '2026-12-31', '23:59', '2026-12-31T22:59:00.000Z'],
  ['at six on the day on which summer time begins', '2026-03-29', undefined, '2026-03-29T04:00:00.000Z'],
  ['before the hour that it skips', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
  ['an hour later where that hour is wanted', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['at six on the day on which summer time ends', '2026-10-25', undefined, '2026-10-25T05:00:00.000Z'],
  ['the first time round in the hour that comes twice', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
])('a digest is to be there %s', (_, date, digestTime, instant) => {
  expect(mailTime(member('one', digestTime === undefined ? {} : { digestTime }), date)).toBe(instant)
})
