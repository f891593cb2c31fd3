import type { Region } from '@vertretbar/domain/region'
import { admit } from './admit.ts'
import { type LocalApi, referenceRegion, startLocalApi } from './local-api.ts'

/** Who asks in tests of the reference region, by what they are: the subjects of their logins. */
const roles = {
  'hr-lk': [{ role: 'hr-manager', authority: 'lk-wolfenbuettel' }],
  'hr-sickte': [{ role: 'hr-manager', authority: 'sg-sickte' }],
  'head-lk': [{ role: 'area-head', authority: 'lk-wolfenbuettel', area: 'payroll' }],
  'controller-lk': [{ role: 'controller', authority: 'lk-wolfenbuettel' }],
  coordinator: [{ role: 'coordinator' }],
  operator: [{ role: 'operator' }],
} as const

export type Somebody = keyof typeof roles | 'lk-p1'

/** The API on a region, and the ids of the members that ask there. */
export interface StagedApi {
  readonly api: LocalApi
  readonly ids: ReadonlyMap<Somebody, string>
  /** Asks as somebody. */
  readonly as: (who: Somebody) => Speaker
}

type Headers = Readonly<Record<string, string>>

/** Asks by a method; bodies are sent as JSON. */
export interface Speaker {
  readonly get: (path: string, headers?: Headers) => Promise<Response>
  readonly post: (path: string, body: unknown, headers?: Headers) => Promise<Response>
  readonly put: (path: string, body: unknown, headers?: Headers) => Promise<Response>
  readonly delete: (path: string, headers?: Headers) => Promise<Response>
}

/** Starts the API on the reference region, or another one with its authorities, with a member for each role. */
export async function staged(region: Region = referenceRegion()): Promise<StagedApi> {
  const api = await startLocalApi(region.region.id)
  await api.open(region)
  const ids = new Map<Somebody, string>()
  for (const [subject, grants] of Object.entries(roles))
    if (isSomebody(subject)) ids.set(subject, await admit(api.ports, region.region.id, { subject, roles: grants }))
  const person = { roles: [{ role: 'specialist' as const, authority: 'lk-wolfenbuettel' }], specialist: 'lk-p1' }
  ids.set('lk-p1', await admit(api.ports, region.region.id, { subject: 'lk-p1', ...person }))
  return { api, ids, as: (who) => speaker(api, who) }
}

const isSomebody = (name: string): name is keyof typeof roles => Object.hasOwn(roles, name)

function speaker(api: LocalApi, who: Somebody): Speaker {
  const send =
    (method: string) =>
    (path: string, body: unknown, headers: Headers = {}): Promise<Response> =>
      api.request(
        path,
        { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } },
        who,
      )
  return {
    get: (path, headers = {}) => api.request(path, { headers }, who),
    post: send('POST'),
    put: send('PUT'),
    delete: (path, headers = {}) => api.request(path, { method: 'DELETE', headers }, who),
  }
}

/** The header of a change that was decided on what an answer said. */
export const ifMatch = (answer: Response): Headers => ({ 'If-Match': answer.headers.get('ETag') ?? 'none' })

/** The statuses of answers that came in any order. */
export const statusesOf = (answers: readonly Response[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)
