import type { Change } from '@vertretbar/domain/change'
import type { Deed, Write } from '@vertretbar/usecases/ports'

const at = '2026-11-23T08:00:00.000Z'

/** What the log is told of an import by a test. */
export const anImport: Deed = { actor: 'tester', action: 'import', at }

/** Changes alone, with what the log is told of them. */
export const writeOf = (changes: readonly Change[]): Write => ({
  changes,
  ledger: [],
  message: undefined,
  deed: { actor: 'tester', action: 'put-entry', at },
  keyed: undefined,
})
