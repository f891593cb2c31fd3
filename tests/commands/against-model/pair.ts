import { isDeepStrictEqual } from 'node:util'
import type { Command } from '@vertretbar/domain/command'
import { instantOf } from '@vertretbar/domain/instant'
import type { LedgerEntry } from '@vertretbar/domain/ledger'
import { parseRegion } from '@vertretbar/domain/read-region'
import { fileOf, type Region } from '@vertretbar/domain/region'
import { regionProblems } from '@vertretbar/domain/region-rules'
import type { Result } from '@vertretbar/domain/result'
import { regionStore } from '@vertretbar/store/region-store'
import { execute, type Order, type OrderRefusal } from '@vertretbar/usecases/execute'
import { expireRequests } from '@vertretbar/usecases/expire-requests'
import type { Outcome } from '@vertretbar/usecases/ports'
import { verifyAudit } from '@vertretbar/usecases/verify-audit'
import { expect } from 'vitest'
import { issuer } from '../../api/issuer.ts'
import { standing } from '../../store/engine.ts'
import { logins } from '../draw/members.ts'
import { expiryOf } from '../model/answers.ts'
import { sortedRegion } from '../model/sorted-region.ts'
import type { Moment, State, Verdict } from '../model/state.ts'
import { dateAt } from '../model/time.ts'
import { judge } from '../model.ts'
import type { Clock } from './clock.ts'
import { expectSameLedger, expectSameSupply } from './compare.ts'
import { expectRefusal } from './compare-refusal.ts'
import { happenings } from './happenings.ts'
import type { System } from './system.ts'

/** The system and the model, which are told the same and must come to the same. */
export class Pair {
  /** All that happened so far, by the names that `happenings` gives it. */
  readonly happened = new Set<string>()
  readonly #system: System
  readonly #clock: Clock
  #model: State
  #entries: readonly LedgerEntry[] = []
  /** The digests of all tokens that there ever were. */
  readonly #tokens = new Set<string>()
  #orders = 0
  #carriedOut = 0

  constructor(system: System, clock: Clock, region: Region) {
    this.#system = system
    this.#clock = clock
    this.#model = { region: sortedRegion(region), settled: [] }
    for (const { token } of region.feeds ?? []) this.#tokens.add(token)
  }

  /** The region as the model has it. */
  get region(): Region {
    return this.#model.region
  }

  /** Both carry a command out and have the same region after it, or both refuse it for the same reason. */
  async give(command: Command, actor: string): Promise<void> {
    const { region } = this.#system
    this.#orders += 1
    if ('token' in command) this.#tokens.add(command.token)
    try {
      const told = await this.#answer({
        region,
        command,
        actor: { kind: 'console', id: actor },
        key: `order-${this.#orders}`,
      })
      const verdict = judge(this.#model, command, this.#moment(actor, await this.#newIds(told)))
      for (const name of happenings(this.#model, command, { told, verdict })) this.happened.add(name)
      if (told.ok) this.#follow(verdict)
      else expectRefusal(told.refusal, verdict)
      await this.#compareRegion()
    } catch (cause) {
      const what = `command ${this.#orders} at ${instantOf(this.#clock.now)}, ${JSON.stringify(command)}`
      throw new Error(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    }
  }

  /** The clock ends what nobody answered in time: all of it and nothing else. */
  async expireRequests(): Promise<void> {
    const { ports, region } = this.#system
    const due = this.region.bookings.filter(
      (booking) => booking.status === 'requested' && expiryOf(this.region, booking) <= this.#clock.now,
    )
    expect(await expireRequests(ports, region)).toBe(due.length)
    for (const { id } of due)
      this.#follow(judge(this.#model, { kind: 'expire-request', booking: id }, this.#moment('clock', [])))
    await this.#compareRegion()
  }

  /** Availability, gaps and ledger are what the model says, and what was settled once stands. */
  async compareAll(): Promise<void> {
    const { ports, region } = this.#system
    expectSameSupply(await standing(ports.regions, region), this.region, dateAt(this.#clock.now))
    const halfDays = this.region.bookings.flatMap((booking) => booking.halfDays)
    const years = [...new Set(halfDays.map((halfDay) => Number(halfDay.slice(0, 4))))]
    const entries = (await Promise.all(years.map((year) => ports.ledger.ofYear(region, year)))).flat()
    expectSameLedger(entries, this.#model.settled)
    expect(entries).toEqual(expect.arrayContaining([...this.#entries]))
    this.#entries = entries
  }

  /** Whoever reads the region for the first time sees it as it is, a whole one, and the log tells each change of it. */
  async compareStored(): Promise<void> {
    const { ports, database, region } = this.#system
    const stored = await standing(regionStore(database), region)
    expect(sortedRegion(stored.region)).toEqual(this.region)
    expect(parseRegion(fileOf(stored.region))).toMatchObject({ ok: true })
    expect(regionProblems(stored.region)).toEqual([])
    await this.#compareLogins()
    await this.#compareTokens()
    const verdict = await verifyAudit(ports.audit, region)
    expect(verdict).toMatchObject({ ok: true, value: { entries: 1 + this.#carriedOut, findings: [] } })
  }

  /** Each login leads to the member whose it is, of several to the one who is not over; a login of nobody leads nowhere. */
  async #compareLogins(): Promise<void> {
    const { ports, region } = this.#system
    for (const subject of logins(region)) {
      const known = await ports.identities.membershipOf({ issuer, subject })
      const own = (this.region.members ?? []).filter(({ identity }) => identity?.subject === subject)
      const last = own.toSorted(byEnd).at(-1)
      expect([subject, known]).toEqual([subject, last && { region, member: last.id }])
    }
  }

  /** Each token leads to the calendar that has it; one that none has any more leads nowhere. */
  async #compareTokens(): Promise<void> {
    const { ports, region } = this.#system
    for (const token of this.#tokens) {
      const known = await ports.feeds.placeOf(token)
      const feed = this.region.feeds?.find((one) => one.token === token)
      expect([token, known]).toEqual([token, feed && { region, feed: feed.id }])
    }
  }

  /** On a machine that is busy with other things an answer may take longer than anybody waits: then it is asked for again. */
  async #answer(order: Order): Promise<Result<Outcome, OrderRefusal>> {
    const told = await execute(this.#system.ports, order)
    return !told.ok && told.refusal.code === 'busy' ? this.#answer(order) : told
  }

  #follow(verdict: Verdict): void {
    if (!('after' in verdict)) throw new Error(`carried out, although ${JSON.stringify(verdict.nos)}`)
    this.#model = verdict.after
    this.#carriedOut += 1
  }

  async #compareRegion(): Promise<void> {
    const { ports, region } = this.#system
    const snapshot = await standing(ports.regions, region)
    const told = sortedRegion(snapshot.region)
    // Quickly told alike; where it is not, also what differs, unless that is a field without a value.
    if (!isDeepStrictEqual(told, this.region)) expect(told).toEqual(this.region)
  }

  /** New are the names that the model does not know, in an outcome or of people: who is nobody is told to nobody. */
  async #newIds(told: Result<Outcome, OrderRefusal>): Promise<readonly string[]> {
    if (!told.ok) return []
    const { bookings, absences, gapMarks = [], members = [], feeds = [], specialists } = this.region
    const things = [bookings, absences, gapMarks, members, feeds, specialists].flat()
    const known = new Set(things.map(({ id }) => id))
    const { ports, region } = this.#system
    const people = (await standing(ports.regions, region)).region.specialists.map(({ id }) => id)
    const { value } = told
    return [value.bookings, value.absences, value.gapMarks, value.members, value.feeds, people]
      .flat()
      .filter((id) => !known.has(id))
  }

  #moment(actor: string, newIds: readonly string[]): Moment {
    const { now } = this.#clock
    return { now, at: instantOf(now), today: dateAt(now), actor, newIds }
  }
}

type Member = NonNullable<Region['members']>[number]

const byEnd = ({ validTo: one = '9999-12-31' }: Member, { validTo: other = '9999-12-31' }: Member): number =>
  one < other ? -1 : 1
