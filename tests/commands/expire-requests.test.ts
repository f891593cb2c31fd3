import type { Booking } from '@vertretbar/domain/booking'
import { cover, lending, request, thursday, wednesday } from '@vertretbar/domain/test-command'
import { expireRequests } from '@vertretbar/usecases/expire-requests'
import { expect, it } from 'vitest'
import { engineOfThisFile, everything } from '../store/engine.ts'
import { beforeEachTransaction, done, elsewhere, id, itemsOf, stored, storedParish } from './stored-parish.ts'

engineOfThisFile()

const due = '2026-06-04T15:00:00.000Z'
const withBookings = (...bookings: Booking[]) => storedParish(lending({ bookings }).region)
const later = request({ id: 'later', halfDays: [thursday], expiresAt: '2026-06-04T15:00:00.001Z' })
const agreed = cover({ id: 'agreed', specialist: 'city-p2', halfDays: ['2026-06-12/pm'] })
const statuses = async (ports: Awaited<ReturnType<typeof storedParish>>) =>
  (await stored(ports)).region.bookings.map(({ id: of, status, reason }) => [of, status, reason].join(' ').trim())

it('every request that is due ends by the clock, and no other booking', async () => {
  const { expiresAt: _, ...undated } = request({ id: 'undated', halfDays: ['2026-06-05/am'], specialist: 'city-p2' })
  const ports = await withBookings(request(), later, agreed, undated)
  ports.clock.now = Date.parse(due) - 1
  expect(await expireRequests(ports, id)).toBe(0)
  ports.clock.now = Date.parse(due)
  expect(await expireRequests(ports, id)).toBe(2)
  expect(await statuses(ports)).toEqual([
    'agreed confirmed',
    'cover ended expired',
    'later requested',
    'undated ended expired',
  ])
  expect(await ports.audit.slots(id)).toMatchObject([
    { entry: { action: 'import' } },
    { entry: { action: 'expire-request', actor: 'clock', at: due } },
    { entry: { action: 'expire-request', actor: 'clock', at: due } },
  ])
  expect(await itemsOf(ports, 'OUTBOX')).toHaveLength(2)
})

it('a request ends once, however often the clock looks', async () => {
  const ports = await withBookings(request())
  ports.clock.now = Date.parse(due)
  expect(await expireRequests(ports, id)).toBe(1)
  const before = await everything(ports.database)
  expect(await expireRequests(ports, id)).toBe(0)
  expect(await everything(ports.database)).toEqual(before)
})

it('a request that somebody answers just then stays answered', async () => {
  const ports = await withBookings(request(), { ...later, expiresAt: due })
  const inTime = elsewhere({ ...ports, clock: { now: Date.parse(due) - 1 } })
  let isFirst = true
  ports.clock.now = Date.parse(due)
  beforeEachTransaction(ports, async () => {
    if (isFirst) await done(inTime, { kind: 'consent', booking: 'cover', as: 'both', way: 'in-person' })
    isFirst = false
  })
  expect(await expireRequests(ports, id)).toBe(1)
  expect(await statuses(ports)).toEqual(['cover confirmed', 'later ended expired'])
})

it('a region that is not there has nothing to end', async () => {
  const ports = await withBookings(request({ halfDays: [wednesday] }))
  expect(await expireRequests(ports, 'none')).toBe(0)
})
