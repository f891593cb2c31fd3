import { readFileSync } from 'node:fs'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import satisfies from 'spdx-satisfies'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Bill, billOfMaterials } from './bill-of-materials.ts'

/** Licences whose works may be part of one under the EUPL-1.2: permissive ones, and its own. */
const compatible = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  'CC0-1.0',
  'EUPL-1.2',
]

let bill: Bill

beforeAll(async () => {
  bill = await billOfMaterials()
})

/** A licence of a component as an SPDX expression; several hold at once. */
const licenceOf = ({ licenses = [] }: Bill['components'][number]): string =>
  licenses.map((one) => ('license' in one ? one.license.id : `(${one.expression})`)).join(' AND ')

const isCompatible = (licence: string): boolean => licence !== '' && satisfies(licence, compatible)

describe('the bill of materials', () => {
  it('is one by the schema of CycloneDX 1.6', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
    expect(await validator.validate(JSON.stringify(bill))).toBeNull()
    const wrong = { ...bill, components: [{ type: 'library' }] }
    expect(await validator.validate(JSON.stringify(wrong))).not.toBeNull()
  })

  it('names what the packages depend on, with a digest of what was fetched', () => {
    const known = new Set(bill.components.map((one) => one['bom-ref']))
    const manifest = z.object({ dependencies: z.record(z.string(), z.string()) })
    for (const workspace of ['api', 'store', 'planner', 'cli', 'web', 'domain', 'usecases', 'messages']) {
      const file = new URL(`../../packages/${workspace}/package.json`, import.meta.url)
      const { dependencies } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
      for (const [name, version] of Object.entries(dependencies).filter(([, one]) => !one.startsWith('workspace:')))
        expect([workspace, ...known]).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`)
    }
    const fetched = bill.components.filter((one) => !one['bom-ref'].startsWith('pkg:npm/%40vertretbar/'))
    expect(fetched.length).toBeGreaterThan(50)
    expect(fetched.filter((one) => !JSON.stringify(one).includes('"alg":"SHA-512"'))).toEqual([])
  })

  it('has no component whose licence is unknown or does not go with the EUPL', () => {
    const others = bill.components.filter((one) => !isCompatible(licenceOf(one)))
    expect(others.map((one) => `${one['bom-ref']}: ${licenceOf(one)}`)).toEqual([])
  })

  it.each([
    ['one of two that may be chosen', '(MIT OR GPL-3.0-only)', true],
    ['both of two', 'MIT AND Apache-2.0', true],
    ['one that asks for more', 'MIT AND GPL-3.0-only', false],
    ['a network licence', 'AGPL-3.0-only', false],
    ['none', '', false],
  ])('knows which licences go with it: %s', (_, licence, expected) => expect(isCompatible(licence)).toBe(expected))

  it('is the same however often it is written', async () => {
    const again = await billOfMaterials()
    expect(again.serialNumber).toBe(bill.serialNumber)
    expect(JSON.stringify(again) === JSON.stringify(bill)).toBe(true)
  })
})
