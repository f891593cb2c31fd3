import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Explanation } from '@vertretbar/domain/explanation'
import { Plan } from '@vertretbar/domain/plan'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { aFolder, processes, sampleFile, vertretbar } from './test-process.ts'

const question = ['plan', '--region', sampleFile, '--today', '2026-11-23', '--to', '2026-12-31']

const Answer = z.strictObject({ ...Plan.unwrap().shape, explanation: Explanation.optional() })

async function answer(args: readonly string[]): Promise<z.infer<typeof Answer>> {
  const { status, stdout } = await vertretbar([...question, '--json', ...args])
  expect(status).toBe(0)
  return Answer.parse(JSON.parse(stdout))
}

describe('plan --explain', processes, () => {
  it('tells the reasons of each assignment, and what would help, beside the plan', async () => {
    const [plain, { explanation, ...plan }] = [await answer([]), await answer(['--explain'])]
    expect(plan).toEqual(plain)
    expect(explanation?.assignments.map(({ assignment }) => assignment)).toEqual(plan.assignments)
    expect(explanation?.help.length).toBeGreaterThan(0)
    expect(explanation?.measures.complete).toBe(true)
  })

  it.each([
    ['de', ['Warum diese Vertretungen', 'Nächstbeste Lösung: ', 'Was helfen würde', 'weniger unbesetzt']],
    ['en', ['Why this cover', 'Next best way: ', 'What would help', 'fewer uncovered']],
  ])('tells them in words (%s)', async (language, words) => {
    const { stdout } = await vertretbar([...question, '--explain', '--lang', language])
    for (const word of words) expect(stdout).toContain(word)
    // Names, never ids or codes.
    expect(stdout).not.toMatch(/lk-p1|no-agreement|not-available/)
  })
})

describe('plan --before', processes, () => {
  it('keeps a plan that is as good as the best, also one printed with its reasons', async () => {
    using folder = aFolder()
    const plan = await answer([])
    for (const printed of [plan, await answer(['--explain'])]) {
      const file = join(folder.path, 'plan.json')
      writeFileSync(file, JSON.stringify(printed))
      expect(await answer(['--before', file])).toEqual(plan)
    }
  })

  it.each([
    ['no JSON', 'gestern', 'ganze Datei: '],
    ['a region', '{ "format": "vertretbar-region/1" }', '/status: '],
    [
      'a plan with half a half-day',
      '{ "assignments": [{ "halfDays": ["2026-12-01"] }] }',
      '/assignments/0/halfDays/0: ',
    ],
  ])('refuses %s with its place', async (_, text, place) => {
    using folder = aFolder()
    const file = join(folder.path, 'plan.json')
    writeFileSync(file, text)
    const { status, stderr } = await vertretbar([...question, '--before', file])
    expect(status).toBe(1)
    expect(stderr).toContain(`${file}: `)
    expect(stderr).not.toContain(sampleFile)
    expect(stderr).toContain(place)
  })

  it('refuses a file that is not there', async () => {
    const { status, stderr } = await vertretbar([...question, '--before', 'nowhere.json'])
    expect(status).toBe(1)
    expect(stderr).toContain('nowhere.json: Diese Datei gibt es nicht')
  })
})
