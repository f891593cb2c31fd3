import { accessOf } from '@vertretbar/domain/access'
import type { Actor } from '@vertretbar/domain/actor'
import { canonical } from '@vertretbar/domain/change'
import { dayOf } from '@vertretbar/domain/half-day'
import type { Member } from '@vertretbar/domain/member'
import { fileFor } from '@vertretbar/domain/own-file'
import { parseRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { regionProblems } from '@vertretbar/domain/region-rules'
import { TableKind } from '@vertretbar/domain/table-fault'
import { writeTable } from '@vertretbar/usecases/csv/write-table'
import { importFor } from '@vertretbar/usecases/import-for'
import { readRegionImport, readTableImport } from '@vertretbar/usecases/read-import'
import { expect } from 'vitest'
import { campaign } from './campaign.ts'
import { type Random, randomOf } from './generate/random.ts'
import { generateRegion } from './generate/region.ts'

const bearer: Actor = { kind: 'member', id: 'bearer' }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A region with somebody who manages the personnel of one or two of its authorities, or coordinates. */
function drawn(seed: number) {
  const random = randomOf(seed)
  const { region, today } = generateRegion(seed)
  const homes = random.atLeastOne(region.authorities.slice(0, 2), 0.7)
  const roles: Member['roles'] = random.chance(0.2)
    ? [{ role: 'coordinator' }]
    : homes.map(({ id: authority }) => ({ role: 'hr-manager', authority }))
  const member = { id: bearer.id, address: 'a@example.de', language: 'de', validFrom: '2000-01-01', roles } as const
  return { random, today, region: canonical({ ...region, members: [member] }), rules: rulesOn(today) }
}

const rulesOn = (today: string) => ({ mode: 'upsert' as const, today, newId: () => '01J0000000000000000000000A' })

const taken = (region: Region, today: string): Region => {
  const index = new RegionIndex(region)
  return fileFor(index, accessOf(index, bearer, dayOf(today)))
}

campaign(
  'files: what somebody takes out holds together, and brought back changes nothing',
  { test: 20, prove: 5000 },
  (seed) => {
    const { random, region, today, rules } = drawn(seed)
    const file = taken(region, today)
    expect(parseRegion(file).ok).toBe(true)
    const documents = [
      readRegionImport(bytes(JSON.stringify(file))),
      ...TableKind.options.map((kind) =>
        readTableImport(bytes(writeTable(file, kind, random.pick(['de', 'en']))), kind),
      ),
    ]
    for (const read of documents) {
      const plan = read.ok ? importFor(read.value, bearer, rules)(region) : read
      expect(plan).toMatchObject({ ok: true, value: { next: region, preview: { head: 'unchanged', broken: [] } } })
    }
  },
)

campaign('files: an import tells nothing of what its bearer may not know', { test: 30, prove: 10_000 }, (seed) => {
  const { random, region, today, rules } = drawn(seed)
  const other = othersChanged(region, today, random)
  expect(taken(other, today)).toEqual(taken(region, today))
  const file = altered(region, taken(region, today), random)
  const mode = random.chance(0.2) ? 'replace' : 'upsert'
  const kind = random.pick([undefined, ...TableKind.options])
  const [one, two] = [region, other].map((current) => {
    const read =
      kind === undefined
        ? readRegionImport(bytes(JSON.stringify(file)))
        : readTableImport(bytes(writeTable(file, kind, 'de')), kind)
    const plan = read.ok ? importFor(read.value, bearer, { ...rules, mode })(current) : read
    return plan.ok ? plan.value.preview : plan.refusal
  })
  expect(two).toEqual(one)
})

/** The region with things different that are not in the file of its bearer: who is away, who may not cover, who refused. */
function othersChanged(region: Region, today: string, random: Random): Region {
  const mine = taken(region, today)
  const isMine = new Set(mine.specialists.map(({ id }) => id))
  const away = region.absences.filter(({ specialist }) => isMine.has(specialist) || random.chance(0.5))
  const theirs = new Set(mine.refusals.map((one) => JSON.stringify(one)))
  const next = {
    ...region,
    absences: away,
    refusals: region.refusals.filter((one) => theirs.has(JSON.stringify(one)) || random.chance(0.5)),
    specialists: region.specialists.map((one) =>
      isMine.has(one.id) ? one : { ...one, coverLimitHalfDaysPerWeek: random.int(0, 10), exclusions: [] },
    ),
  }
  expect(regionProblems(next)).toEqual([])
  return canonical(next)
}

/** A file as somebody curious would send it: their own with changes, and guesses about others. */
function altered(region: Region, file: Region, random: Random): Region {
  const guessed = random
    .some(region.absences, 0.2)
    .map((one, at) => ({ ...one, id: random.chance(0.5) ? one.id : `guess-${at}` }))
  const known = new Set(file.absences.map(({ id }) => id))
  const requirements = file.requirements.map((one) => ({
    ...one,
    needs: one.needs.slice(0, random.int(1, one.needs.length)),
  }))
  const people = file.specialists.map((one) => (random.chance(0.3) ? { ...one, competences: [], exclusions: [] } : one))
  return {
    ...file,
    requirements: random.chance(0.5) ? requirements : file.requirements,
    specialists: [
      ...people,
      ...(random.chance(0.2)
        ? random.some(region.specialists, 0.1).filter(({ id }) => people.every((one) => one.id !== id))
        : []),
    ],
    absences: [...file.absences, ...(random.chance(0.5) ? guessed.filter(({ id }) => !known.has(id)) : [])],
    refusals: random.chance(0.1) ? region.refusals : file.refusals,
  }
}
