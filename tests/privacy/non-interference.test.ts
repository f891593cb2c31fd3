import type { Region } from '@vertretbar/domain/region'
import { afterAll, beforeAll, expect } from 'vitest'
import { type TestIssuer, testIssuer } from '../api/issuer.ts'
import { campaign } from '../campaign.ts'
import { engineOfThisFile } from '../store/engine.ts'
import { allTold } from './all-told.ts'
import { differences, twinsOf } from './twins.ts'
import { type Asker, worlds } from './world.ts'

engineOfThisFile()
let issuer: TestIssuer
beforeAll(async () => {
  issuer = await testIssuer()
})
const { begin, close, reported } = worlds(() => issuer)
afterAll(close)

/**
 * Who is the HR manager of each authority but one, and who is all else there: of others than their own no role is told
 * less because of another.
 */
const askersOf = ({ authorities, specialists, serviceAreas }: Region, without: string): Asker[] =>
  authorities
    .map(({ id }) => id)
    .filter((authority) => authority !== without)
    .flatMap((authority): Asker[] => [
      { subject: `${authority}-hr`, roles: [{ role: 'hr-manager', authority }] },
      {
        subject: `${authority}-others`,
        roles: [
          ...serviceAreas.map(({ id: area }) => ({ role: 'area-head' as const, authority, area })),
          { role: 'controller', authority },
          { role: 'specialist', authority },
        ],
        specialist: specialists.find((one) => one.authority === authority)?.id,
      },
    ])

for (const difference of differences)
  campaign(
    `which of two equals has which ${difference} no other authority can find out`,
    { test: 1, prove: 500 },
    async (seed) => {
      const twins = twinsOf(seed, difference)
      const askers = askersOf(twins.region, twins.authority)
      const told = []
      for (const region of [twins.region, twins.swapped]) {
        const world = await begin(region, twins.today, askers)
        const answers = []
        for (const asker of askers) answers.push(await allTold(world, asker, twins))
        told.push(answers)
      }
      const [one = [], other = []] = told
      one.forEach((answers, number) => {
        for (const [question, answer] of answers)
          expect([askers[number]?.subject, question, answer]).toEqual([
            askers[number]?.subject,
            question,
            other[number]?.get(question),
          ])
      })
      expect(reported).toEqual([])
    },
  )
