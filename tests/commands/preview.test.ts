import { operator } from '@vertretbar/domain/actor'
import type { Command } from '@vertretbar/domain/command'
import { cover, lending, thursday, wednesday, wednesdayPm } from '@vertretbar/domain/test-command'
import { preview } from '@vertretbar/usecases/preview'
import { expect, it } from 'vitest'
import { engineOfThisFile, everything } from '../store/engine.ts'
import { done, give, type Installed, stored, storedParish } from './stored-parish.ts'

engineOfThisFile()

const away = (to: string): Command => ({ kind: 'record-absence', specialist: 'city-p1', from: wednesday, to })
const previewed = async (ports: Installed, command: Command) =>
  preview(ports, await stored(ports), { command, actor: operator })
const twoDays = lending({ bookings: [cover({ halfDays: [wednesday, thursday] })] }).region

it('a preview tells what a command would open and break, and stores nothing', async () => {
  const ports = await storedParish(twoDays)
  const before = await everything(ports.database)
  const told = await previewed(ports, away(wednesdayPm))
  expect(told).toMatchObject({
    ok: true,
    value: {
      opened: [
        { requirement: 'wanted', need: 0, halfDays: [{ halfDay: wednesday, shortage: 1 }] },
        { requirement: 'wanted', need: 1, halfDays: [{ halfDay: wednesday, shortage: 1 }] },
      ],
      closed: [],
      broken: [{ booking: 'cover', halfDays: [{ halfDay: wednesday, codes: ['not-available'] }] }],
    },
  })
  expect(await everything(ports.database)).toEqual(before)
})

it('a preview tells what a command would close', async () => {
  const ports = await storedParish(twoDays)
  await done(ports, away(wednesdayPm))
  const [absence] = (await stored(ports)).region.absences.filter(({ specialist }) => specialist === 'parish-p1')
  const back: Command = { kind: 'end-absence', absence: absence?.id ?? '', to: '2026-06-09/pm' }
  const told = await previewed(ports, back)
  expect(told).toMatchObject({ ok: true, value: { opened: [], broken: [] } })
  expect(told.ok && told.value.closed.flatMap(({ halfDays }) => halfDays.slice(0, 1))).toEqual([
    { halfDay: wednesday, shortage: 1 },
    { halfDay: wednesday, shortage: 1 },
  ])
})

it('a preview goes by the German day', async () => {
  const ports = await storedParish(twoDays)
  for (const [now, halfDays] of [
    ['2026-06-10T21:59:59.999Z', [wednesday, thursday]],
    ['2026-06-10T22:00:00.000Z', [thursday]],
  ] as const) {
    ports.clock.now = Date.parse(now)
    const told = await previewed(ports, away('2026-06-12/pm'))
    expect(told.ok && told.value.broken.flatMap((one) => one.halfDays.map(({ halfDay }) => halfDay))).toEqual(halfDays)
  }
})

it('a preview of what would be refused is refused like the command', async () => {
  const ports = await storedParish(twoDays)
  const command: Command = { kind: 'withdraw-booking', booking: 'none' }
  expect(await previewed(ports, command)).toEqual(await give(ports, command))
})
