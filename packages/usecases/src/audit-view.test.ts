import { accessOf } from '@vertretbar/domain/access'
import type { AuditEntry } from '@vertretbar/domain/audit-entry'
import { dayOf } from '@vertretbar/domain/half-day'
import type { Member } from '@vertretbar/domain/member'
import { testRegion } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { latestLines } from './audit-view.ts'
import type { AuditPlace, AuditStore } from './ports.ts'

const member = (id: string, roles: Member['roles']): Member => ({
  id,
  address: 'a@example.de',
  language: 'de',
  validFrom: '2026-01-01',
  roles,
})
const index = testRegion({
  members: [
    member('city-hr', [{ role: 'hr-manager', authority: 'city' }]),
    member('coordinator', [{ role: 'coordinator' }]),
    member('clerk', [{ role: 'controller', authority: 'city' }]),
  ],
})
const accessOfMember = (id: string) => accessOf(index, { kind: 'member', id }, dayOf('2026-11-23'))

const entry = (number: number, actor: string, ...items: readonly string[]): AuditEntry => ({
  number,
  at: '2026-11-23T08:00:00.000Z',
  actor,
  action: 'put-entry',
  ruleSet: '1',
  items: items.map((item) => ({ item, digest: 'a'.repeat(64) })),
  previous: 'b'.repeat(64),
  digest: 'c'.repeat(64),
})

/** A log of these entries, all of one month, of which undefined ones cannot be read. */
const logOf = (entries: readonly (AuditEntry | undefined)[]): Pick<AuditStore, 'latest'> => ({
  latest: async (_region, { before, most }) =>
    entries
      .map((one, at) => ({ month: '2026-11', number: at + 1, entry: one }))
      .filter(({ number }) => before === undefined || number < before.number)
      .toReversed()
      .slice(0, most),
})

const read = (who: string, entries: readonly (AuditEntry | undefined)[], before?: AuditPlace, limit = 200) =>
  latestLines(logOf(entries), { region: 'region', access: accessOfMember(who), before, limit })

describe('the lines of the log', () => {
  const entries = [
    entry(1, 'operator', '*'),
    entry(2, 'x', 'city/SPECIALIST#1', 'parish/BOOKING#2'),
    entry(3, 'x', 'parish/SPECIALIST#3'),
    entry(4, 'city-hr', 'parish/BOOKING#4'),
    undefined,
    entry(6, 'x', '/PRODUCT#5'),
    entry(7, 'x', 'citywide/SPECIALIST#6'),
  ]

  it.each<readonly [who: string, told: readonly (readonly [number, readonly string[]])[]]>([
    [
      'city-hr',
      [
        [4, ['parish/booking/4']],
        [2, ['city/specialist/1']],
      ],
    ],
    [
      'coordinator',
      [
        [7, ['citywide/specialist/6']],
        [6, ['/product/5']],
        [4, ['parish/booking/4']],
        [3, ['parish/specialist/3']],
        [2, ['city/specialist/1', 'parish/booking/2']],
        [1, ['*']],
      ],
    ],
    ['clerk', []],
  ])('are to %s what was done by them or at their authority', async (who, told) => {
    const { lines, next } = await read(who, entries)
    expect(lines.map(({ number, items }) => [number, items])).toEqual(told)
    expect(next).toBeUndefined()
    for (const line of lines)
      expect(Object.keys(line).toSorted()).toEqual(['action', 'actor', 'at', 'items', 'number', 'ruleSet'])
  })

  it('end with the last that is told where more follow, and nowhere where none do', async () => {
    expect(await read('city-hr', entries, undefined, 1)).toMatchObject({ lines: [{ number: 4 }], next: { number: 4 } })
    const rest = await read('city-hr', entries, { month: '2026-11', number: 4 }, 1)
    expect(rest).toMatchObject({ lines: [{ number: 2 }], next: undefined })
  })

  it('of a long log of others are empty at first, and go on', async () => {
    const long = [entry(1, 'city-hr', '*'), ...Array.from({ length: 5000 }, (_, at) => entry(at + 2, 'x', '/A#1'))]
    const first = await read('city-hr', long)
    expect(first).toEqual({ lines: [], next: { month: '2026-11', number: 2 } })
    expect(await read('city-hr', long, first.next)).toMatchObject({ lines: [{ number: 1 }], next: undefined })
  })
})
