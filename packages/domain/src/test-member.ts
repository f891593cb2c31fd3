import type { Feed } from './feed.ts'
import type { Member } from './member.ts'
import { since } from './test-region.ts'

/** Somebody with access for good: of the city's staff, unless a test says otherwise. */
export const member = (id: string, fields: Partial<Member> = {}): Member => ({
  id,
  address: `${id}@example.de`,
  language: 'de',
  roles: [{ role: 'hr-manager', authority: 'city' }],
  ...since,
  ...fields,
})

/** A calendar feed of the covers of the city's payroll, since the spring. */
export const feed = (id: string, fields: Partial<Feed> & Pick<Feed, 'member'>): Feed => ({
  id,
  token: 'f'.repeat(64),
  shows: { kind: 'place', authority: 'city', area: 'payroll' },
  createdAt: '2026-04-01T08:00:00.000Z',
  ...fields,
})
