import { dateOf, dayOf, weekdayOf } from '@vertretbar/domain/half-day'
import { OutboxMessage } from '@vertretbar/domain/message'
import { ask, lending } from '@vertretbar/domain/test-command'
import { expect, it } from 'vitest'
import { holdAt } from '../store/calls.ts'
import { engineOfThisFile, everything } from '../store/engine.ts'
import { decidedOn, done, elsewhere, findingsOf, id, itemsOf, stored, storedParish } from './stored-parish.ts'

engineOfThisFile()

/** The afternoons of 130 working days, at which the parish is short and the city needs nobody. */
const afternoons = Array.from({ length: 7 * 26 }, (_, step) => dayOf('2026-06-08') + step)
  .filter((day) => weekdayOf(day) < 5)
  .map((day) => `${dateOf(day)}/pm`)
/** The city's two people by turns, one request each: more items than a transaction may write. */
const asked = afternoons
  .slice(0, 120)
  .map((halfDay, position) => ({ specialist: `city-p${1 + (position % 2)}`, halfDays: [halfDay] }))
const large = ask(...asked)
const region = lending({ head: { settings: { horizonDays: 200, requestExpiryWorkingDays: 3 } } }).region

it('a command too large for one transaction is stored whole, with message, entry and key', async () => {
  const ports = await storedParish(region)
  const outcome = await done(ports, large, { key: 'large' })
  const after = await stored(ports)
  expect(after.version).toBe(2)
  expect(after.region.bookings.flatMap(({ halfDays }) => halfDays).toSorted()).toEqual(afternoons.slice(0, 120))
  expect(outcome.bookings.toSorted()).toEqual(after.region.bookings.map((booking) => booking.id))
  const [message, ...others] = await itemsOf(ports, 'OUTBOX')
  expect(OutboxMessage.parse(JSON.parse(String(message?.body?.S))).notices).toHaveLength(120)
  expect(others).toEqual([])
  expect(await ports.audit.slots(id)).toMatchObject([
    { number: 1 },
    { number: 2, entry: { action: 'request-bookings', actor: 'clerk-7', items: [{ item: '*' }] } },
  ])
  expect(await findingsOf(ports)).toEqual([])
  expect(await done(ports, large, { key: 'large' })).toEqual(outcome)
  expect(await decidedOn(ports, ask({}), { key: 'large' })).toMatchObject({ refusal: { code: 'key-of-another' } })
  expect(await stored(ports)).toMatchObject({ version: 2 })
})

it('a large command under the key of another writes nothing', async () => {
  const ports = await storedParish(region)
  await done(ports, ask({ halfDays: [afternoons[125] ?? ''] }), { key: 'large' })
  const before = await everything(ports.database)
  expect(await decidedOn(ports, large, { key: 'large' })).toMatchObject({ refusal: { code: 'key-of-another' } })
  expect(await everything(ports.database)).toEqual(before)
})

it('a large command of which one part is barred writes nothing', async () => {
  const ports = await storedParish(region)
  const before = await everything(ports.database)
  const barred = ask(...asked, { halfDays: asked[0]?.halfDays ?? [] })
  expect(await decidedOn(ports, barred, { key: 'large' })).toMatchObject({
    refusal: { code: 'barred', halfDays: [{ proposal: 120, codes: ['not-available'] }] },
  })
  expect(await everything(ports.database)).toEqual(before)
})

it('a large command that others overtake is decided again on what they left, and then writes nothing', async () => {
  const ports = await storedParish(region)
  const slow = elsewhere(ports)
  const { reached, release } = holdAt(slow.database.client, 'before', 'TransactWriteItems')
  const answer = decidedOn(slow, large, { key: 'large' })
  await reached
  await done(ports, ask({ halfDays: [afternoons[118] ?? ''] }))
  const before = await everything(ports.database)
  release()
  expect(await answer).toMatchObject({
    refusal: { code: 'barred', halfDays: [{ proposal: 118, halfDay: afternoons[118], codes: ['not-available'] }] },
  })
  const after = await everything(ports.database)
  const keys = new Set(before.map(({ pk, sk }) => `${pk?.S} ${sk?.S}`))
  expect(after.filter(({ pk, sk }) => pk?.S?.includes('#OUTBOX') && !keys.has(`${pk.S} ${sk?.S}`))).toEqual([])
  expect(await ports.regions.keyed(id, { actor: 'clerk-7', key: 'large' }, ports.now())).toBeUndefined()
  expect(await stored(ports)).toMatchObject({ version: 2, region: { bookings: [{ halfDays: [afternoons[118]] }] } })
  expect(await findingsOf(ports)).toEqual([])
})
