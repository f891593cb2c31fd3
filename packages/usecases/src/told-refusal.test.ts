import type { Command } from '@vertretbar/domain/command'
import type { BarredHalfDay } from '@vertretbar/domain/command-refusal'
import { describe, expect, it } from 'vitest'
import { type Kind, viewerOf } from './test-viewer.ts'
import { toldRefusal } from './told-refusal.ts'

const halfDay = '2026-06-12/am'
const codes: BarredHalfDay['codes'] = [
  'no-agreement',
  'conflict',
  'home-short',
  'weekly-limit',
  'agreement-limit',
  'refused',
]
const merged = ['not-available', 'no-agreement', 'agreement-limit']

const proposal = (specialist: string) =>
  ({ specialist, authority: 'parish', area: 'payroll', halfDays: [halfDay], mode: 'remote' }) as const

const asking: Command = {
  kind: 'request-bookings',
  proposals: [proposal('city-p1'), proposal('parish-r2'), proposal('nobody')],
}
const agreeing: Command = { kind: 'consent', booking: 'cover', as: 'both', way: 'telephone' }

const told = (kind: Kind, command: Command, proposals: readonly number[]) => {
  const no = { code: 'barred' as const, halfDays: proposals.map((number) => ({ proposal: number, halfDay, codes })) }
  const said = toldRefusal(viewerOf(kind), command, no)
  return said.code === 'barred' ? said.halfDays.map((one) => one.codes) : said
}

describe('why a cover is barred', () => {
  it('is told of their own people whole, and of others, known or not, as to others', () =>
    expect(told('the HR manager who asks', asking, [0, 1, 2])).toEqual([merged, codes, merged]))

  it.each<readonly [Kind, readonly string[]]>([
    ['the HR manager of a partner', codes],
    ['the HR manager who asks', merged],
    ['the coordinator', merged],
    ['a specialist of a partner', merged],
  ])('is told of a booked person to whom they work for: %s', (kind, expected) =>
    expect(told(kind, agreeing, [0])).toEqual([expected]),
  )

  it('is not told at all where something else stands against it', () => {
    const no = { code: 'wrong-status', status: 'ended' } as const
    expect(toldRefusal(viewerOf('the HR manager who asks'), agreeing, no)).toEqual(no)
  })
})
