import { Balance, balances } from '@vertretbar/domain/balance'
import { LedgerEntry } from '@vertretbar/domain/ledger'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'

const LedgerQuery = z.strictObject({ year: z.coerce.number().pipe(z.int().min(1).max(9999)) })

const Ledger = z
  .strictObject({
    year: z.int(),
    entries: z.array(LedgerEntry).readonly(),
    balances: z.array(Balance).readonly(),
  })
  .readonly()
  .meta({ id: 'Ledger' })

const getLedger = guarded('read-ledger', {
  method: 'get',
  path: '/v1/ledger',
  summary:
    'What was settled for the half-days of a calendar year, and the balances by giver, receiver, area and quarter',
  request: { query: LedgerQuery },
  responses: {
    200: { description: 'Entries and balances.', content: { 'application/json': { schema: Ledger } } },
    ...problemResponses('invalid'),
  },
})

/** `GET /v1/ledger?year`. */
export const ledger = ({ ports }: ApiContext) =>
  router().openapi(
    getLedger,
    async (c) => {
      const { year } = c.req.valid('query')
      const { region, access } = c.get('session')
      const entries = (await ports.ledger.ofYear(region, year)).filter(({ giver, receiver }) =>
        access.may('read-ledger', { places: [{ authority: giver }, { authority: receiver }] }),
      )
      return c.json({ year, entries, balances: balances(entries) }, 200)
    },
    refuseInvalid({ query: LedgerQuery }),
  )
