import { linkTo } from '@vertretbar/messages/screen-link'
import { expect, it } from 'vitest'
import { gapKey } from '../board/gap-key.ts'
import { readAddress } from './address.ts'

const base = { baseUrl: 'https://vertretbar.example/', language: 'en' } as const
const queryOf = (url: string): string => new URL(url).search

it('a link in a mail opens the gap that it speaks of, in the week in which it begins', () => {
  const gap = { requirement: 'parish.payroll.1', need: 2, area: 'payroll' }
  const halfDay = '2026-12-17/pm'
  const address = readAddress(queryOf(linkTo({ kind: 'gap', ...gap, halfDay }, base)), [])
  const told = {
    ...gap,
    authority: 'parish',
    criticality: 'normal',
    severity: 'soon',
    causes: [],
    structural: false,
    blocks: [],
    state: 'open',
    acknowledged: false,
  } as const
  expect(address).toMatchObject({
    language: 'en',
    gap: gapKey({ ...told, halfDays: [{ halfDay, shortage: 1 }] }),
    area: 'payroll',
    from: '2026-12-17',
    view: 'board',
  })
})

it('a link to days shows those of all authorities', () => {
  const url = linkTo({ kind: 'days', area: 'payroll', halfDay: '2026-12-17/am' }, base)
  expect(readAddress(queryOf(url), [])).toMatchObject({
    authority: undefined,
    area: 'payroll',
    from: '2026-12-17',
    gap: undefined,
  })
})
