import { queryAll } from '@vertretbar/store/query'
import { verifyAudit } from '@vertretbar/usecases/verify-audit'
import { feedToken, invited, loginOf } from './command-region.ts'
import type { FaultyApi } from './faulty-api.ts'

/** All that writes leave behind, with new ids named by their order: two that did the same leave the same. */
export async function tracesOf({ region, direct, database }: FaultyApi): Promise<unknown> {
  const snapshot = await direct.regions.load(region)
  const audit = await verifyAudit(direct.audit, region)
  const slots = await direct.audit.slots(region)
  const years = await Promise.all([2026, 2027].map((year) => direct.ledger.ofYear(region, year)))
  const logins = await Promise.all(invited.map(({ id }) => direct.identities.membershipOf(loginOf(region, id))))
  const names = ['calendar', 'own', 'new']
  const tokens = await Promise.all(names.map((name) => direct.feeds.placeOf(feedToken(region, name))))
  const beside = await Promise.all(['KEY', 'OUTBOX'].map((part) => queryAll(database, { pk: `R#${region}#${part}` })))
  return named(
    {
      version: snapshot?.version,
      region: snapshot?.region,
      log: audit.ok ? { entries: audit.value.entries, findings: audit.value.findings } : audit.refusal,
      actions: slots.map(({ entry }) => entry?.action),
      ledger: years,
      logins: logins.map((membership) => membership ?? null),
      tokens: tokens.map((place) => place ?? null),
      beside: beside.map((items) => items.map(({ body }) => body?.S)),
    },
    region,
  )
}

/** The same with new ids by the order in which they are told, and without the name of the region. */
export function named(told: unknown, region: string): unknown {
  const names = new Map<string, string>()
  const text = JSON.stringify(told)
    .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, (id) => {
      const name = names.get(id) ?? `new-${names.size + 1}`
      names.set(id, name)
      return name
    })
    // What a command is told by depends on the name of the region in it.
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'digest')
    .replaceAll(new RegExp(`\\b${region}\\b`, 'g'), 'region')
  return JSON.parse(text)
}
