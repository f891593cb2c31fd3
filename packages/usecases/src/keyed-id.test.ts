import { Id } from '@vertretbar/domain/identifier'
import { expect, it } from 'vitest'
import { keyedId } from './keyed-id.ts'

it('what is made under a key has an id of its own, the same each time', () => {
  const made = Array.from({ length: 500 }, (_, at) => keyedId(`member-${at % 7}`, `key-${at}`))
  expect(new Set(made).size).toBe(500)
  for (const id of made) {
    expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
    expect(Id.parse(id)).toBe(id)
  }
  expect(keyedId('member-1', 'key-1')).toBe(made[1])
  expect(keyedId('member-2', 'key-1')).not.toBe(made[1])
})
