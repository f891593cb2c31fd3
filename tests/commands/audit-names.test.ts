import { createHash } from 'node:crypto'
import { lending, thursday } from '@vertretbar/domain/test-command'
import { auditNames } from '@vertretbar/store/audit-names'
import { expect, it } from 'vitest'
import { engineOfThisFile, everything } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { done, elsewhere, findingsOf, id, itemsOf, loggedAs, storedParish } from './stored-parish.ts'
import { entryOf } from './tampering.ts'

engineOfThisFile()

const person = 'city/SPECIALIST#city-p2'
const away = { kind: 'record-absence', specialist: 'city-p2', from: thursday, to: thursday } as const

const logged = async (ports: Awaited<ReturnType<typeof storedParish>>) =>
  (await itemsOf(ports, 'AUDIT')).map(entryOf).toSorted((a, b) => a.number - b.number)

it('the log names nobody, and tells by what it names them that two entries are about the same', async () => {
  const ports = await storedParish()
  const { absences } = await done(ports, away)
  await done(elsewhere(ports), { kind: 'withdraw-absence', absence: absences[0] ?? '' })
  const entries = await logged(ports)
  const named = entries.flatMap(({ items }) => items.map(({ item }) => item))
  expect(named).toEqual(['*', await loggedAs(ports, person), await loggedAs(ports, person)])
  expect(JSON.stringify(entries)).not.toContain('city-p2')
})

it('a name stays when the whole region is imported anew, and the log verifies', async () => {
  const ports = await storedParish()
  await done(ports, away)
  await ports.regions.replace(lending().region, 2, anImport)
  await done(elsewhere(ports), away)
  const [, before, , after] = await logged(ports)
  expect(after?.items.map(({ item }) => item)).toEqual(before?.items.map(({ item }) => item))
  expect(await findingsOf(ports)).toEqual([])
})

it('two regions name the same person differently, so that no code can be tried out against another log', async () => {
  const [one, other] = [await storedParish(), await storedParish()]
  expect(await loggedAs(one, person)).not.toBe(await loggedAs(other, person))
  expect(await loggedAs(one, person)).toMatch(/^city\/SPECIALIST#[0-9a-f]{32}$/)
})

it.each(['SPECIALIST#city-p2', 'city-p2', person])('what the log says is no plain digest of %s', async (text) => {
  const ports = await storedParish()
  const plain = createHash('sha256').update(text).digest('hex').slice(0, 32)
  expect(await loggedAs(ports, person)).not.toContain(plain)
})

it('a region has one key for its names, made with the region, and nothing but the key tells them', async () => {
  const ports = await storedParish()
  await done(ports, away)
  await done(elsewhere(ports), { ...away, specialist: 'city-p1' })
  const keys = (await everything(ports.database)).filter(({ sk }) => sk?.S === 'AUDIT-SECRET')
  expect(keys.map(({ pk }) => pk?.S)).toEqual([`R#${id}`])
  expect((await auditNames(ports.database, id)).actions).toEqual([])
})
