import { EndReason } from '@vertretbar/domain/booking'
import type { Command } from '@vertretbar/domain/command'
import { CoverBar, StateRefusal } from '@vertretbar/domain/command-refusal'
import type { Database } from '@vertretbar/store/table'
import { beforeAll, expect, it } from 'vitest'
import { campaign } from '../campaign.ts'
import { engineOfThisFile, freshDatabase } from '../store/engine.ts'
import { runAgainstModel } from './against-model/run.ts'

engineOfThisFile()

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})

campaign('commands: any sequence leaves what the simple model says', { test: 6, prove: 2000 }, async (seed) => {
  await runAgainstModel(database, seed)
})

/** Every kind of command; one that is missing here does not compile. */
const kinds: Readonly<Record<Command['kind'], true>> = {
  'request-bookings': true,
  consent: true,
  'refuse-booking': true,
  'withdraw-booking': true,
  'recall-booking': true,
  'expire-request': true,
  'reconcile-booking': true,
  'note-hand-over': true,
  'record-absence': true,
  'change-absence': true,
  'end-absence': true,
  'withdraw-absence': true,
  'acknowledge-gap': true,
  'accept-risk': true,
  'put-entry': true,
  'remove-entry': true,
  'put-head': true,
  'invite-member': true,
  'change-member': true,
  'end-member': true,
  'renew-invitation': true,
  'bind-member': true,
  'create-feed': true,
  'rotate-feed': true,
  'revoke-feed': true,
  'erase-person': true,
  'delete-expired': true,
}

const mostRuns = 100

it('a few runs come to every command, every refusal, every bar and every end', { timeout: 120_000 }, async () => {
  const wanted = [
    ...Object.keys(kinds).map((kind) => `${kind}: done`),
    // Whoever works at the machine is never forbidden anything.
    ...StateRefusal.options
      .filter(({ shape: { code } }) => code.value !== 'forbidden')
      .map(({ shape: { code } }) => `refused: ${code.value}`),
    ...CoverBar.options.map((code) => `barred: ${code}`),
    ...EndReason.options.map((reason) => `booking: ${reason}`),
    'booking: reconciled',
    'half-days of a request: declined',
    'half-days of a request: broken',
    'half-days of a cover: broken',
    'half-days of a cover: recalled',
    'half-days of a cover: withdrawn',
    'half-day: corrected',
    'absences: merged',
    'refusal: forgotten',
    'a login that moves',
    'bookings of nobody',
    ...['absences', 'bookings', 'gapMarks', 'members', 'feeds'].map((list) => `kept long enough: ${list}`),
  ]
  const happened = new Set<string>()
  const missing = () => wanted.filter((one) => !happened.has(one))
  // How soon the rarest has happened depends on every draw; a few runs is what it may take.
  for (let seed = 1; seed <= mostRuns && missing().length > 0; seed += 1)
    for (const one of await runAgainstModel(database, seed)) happened.add(one)
  expect(missing()).toEqual([])
})
