import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { mayGive } from './command-access.ts'
import type { MemberRole } from './member.ts'
import { type AnyRow, accessIn, type Rows, staffed, viewers, type Where } from './test-access.ts'
import { coverRows } from './test-cover-rows.ts'
import { dataRows } from './test-data-rows.ts'
import { feedRows } from './test-feed-rows.ts'

const rows: Rows<Command['kind']> = { ...coverRows, ...dataRows, ...feedRows }

const wheres = ['own', 'partner', 'foreign'] as const satisfies readonly Where[]

function signOf(role: MemberRole, command: Command): string {
  const index = staffed([viewers[role]])
  const answer = mayGive(index, command, accessIn(index))
  if (answer.ok) return '+'
  const { code } = answer.refusal
  return code === 'forbidden' ? '-' : code === 'unknown' ? '?' : code
}

describe.each(Object.entries(rows))('%s', (_, ofKind: readonly AnyRow[]) => {
  it.each(ofKind)('$says', ({ command, answers: expected }) => {
    const roles = Object.keys(viewers).filter((role): role is MemberRole => Object.hasOwn(viewers, role))
    const told = roles.map((role) => [role, wheres.map((where) => signOf(role, command(where))).join('')])
    expect(Object.fromEntries(told)).toEqual(expected)
  })
})
