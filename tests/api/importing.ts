import type { Region } from '@vertretbar/domain/region'
import { afterAll, beforeEach } from 'vitest'
import { anImport } from '../store/write.ts'
import { type Somebody, type StagedApi, staged } from './cast.ts'
import { referenceRegion } from './local-api.ts'

/** The reference region, and a region file of it that says nothing. */
export const reference = referenceRegion()
const nothing = {
  ...reference,
  serviceAreas: [],
  specialists: [],
  absences: [],
  bookings: [],
  refusals: [],
  requirements: [],
  authorities: [],
  products: [],
  agreements: [],
}

/** A region file that says just this. */
export const file = (fields: Partial<Record<keyof Region, unknown>>): string =>
  JSON.stringify({ ...nothing, ...fields })

/** One of the people of the reference region. */
export function person(id: string) {
  const found = reference.specialists.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

/** `lk-p1`, who covers in Sickte on the morning of 21 December 2026, is away then. */
export const away = { id: 'abs-new', specialist: 'lk-p1', from: '2026-12-21/am', to: '2026-12-22/pm' }

/** For each test of a file the API on the reference region as its file says, stored again where a test changed it. */
export function importing() {
  const id = reference.region.id
  let stage: StagedApi | undefined
  let clean: string | undefined
  const open = (): StagedApi => {
    if (stage === undefined) throw new Error('nothing is staged')
    return stage
  }
  const state = async () => (await open().api.ports.regions.stateOf(id))?.state
  beforeEach(async () => {
    stage ??= await staged()
    if (clean !== undefined && clean === (await state())) return
    const { regions } = stage.api.ports
    const snapshot = await regions.load(id)
    const members = snapshot?.region.members ?? []
    await regions.replace({ ...reference, members }, snapshot?.version, anImport)
    clean = await state()
  })
  afterAll(() => stage?.api.close())
  return {
    stage: open,
    state,
    region: async () => (await open().api.ports.regions.load(id))?.region,
    /** Sends a region file, or a body of another kind. */
    send: (who: Somebody, query: string, sent: string | Sent): Promise<Response> => {
      const { body, type } = typeof sent === 'string' ? { body: sent, type: 'application/json' } : sent
      return open().api.request(
        `/v1/imports?${query}`,
        { method: 'POST', headers: { 'Content-Type': type }, body },
        who,
      )
    },
  }
}

interface Sent {
  readonly type: string
  readonly body: string | Uint8Array<ArrayBuffer>
}

/** The rows of a table. */
export const rows = (...lines: readonly string[]): Sent => ({ type: 'text/csv', body: lines.join('\r\n') })
