import { Problem } from '@vertretbar/api/problem'
import { expect } from 'vitest'
import type { LocalApi } from './local-api.ts'

/** Sends a body as JSON, as pages and programs do; as the member of a subject, or as one to whom nothing is foreign. */
export const sender =
  (api: () => LocalApi, subject?: string) =>
  (method: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    api().request(
      path,
      { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } },
      subject,
    )

/** Expects a problem document of a status that says what it has to. */
export async function expectProblem(response: Response, status: number, about: object): Promise<void> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const problem = Problem.parse(await response.json())
  expect(problem).toMatchObject({ status, type: `/problems/${problem.code}`, ...about })
  expect(response.status).toBe(status)
}
