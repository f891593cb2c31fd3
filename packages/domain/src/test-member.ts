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
