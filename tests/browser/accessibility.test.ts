import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { desktop, phone, useBrowser } from './chromium.ts'
import { explainedPlan } from './explained-plan.ts'
import { findings } from './findings.ts'

const { open, ask } = useBrowser()

let planned: string

beforeAll(async () => {
  const { id } = await explainedPlan(ask)
  planned = `plan=${id}`
}, 180_000)

const gap = 'gap=cremlingen.payroll.1.0@2026-12-17-am'

const plan = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Beste Vertretung planen' }).click()
  await page.locator('.plan-sentence').waitFor()
  await page.getByRole('button', { name: 'Nachweis' }).click()
}

/** Opens everything that is folded up in a plan with all of its reasons. */
const unfold = async (page: Page): Promise<void> => {
  await page.locator('.plan-help').waitFor()
  // oxlint-disable-next-line no-await-in-loop -- there is one mouse
  for (const summary of await page.locator('summary').all()) await summary.click()
}

const legend = async (page: Page): Promise<void> => page.getByRole('button', { name: 'Legende' }).click()
const nothing = async (): Promise<void> => undefined

const screens = [
  ['the board with its legend', '?lang=de', legend],
  ['the board of a quarter in English', '?lang=en&span=quarter', nothing],
  ['a gap beside the board', `?lang=de&from=2026-12-14&${gap}`, nothing],
  ['a plan and its proposals', `?lang=de&area=payroll&from=2026-12-14&${gap}`, plan],
  ['the tables', '?lang=de&view=table', plan],
] as const

describe.each(['light', 'dark'] as const)('axe in %s colours', (colorScheme) => {
  it.each(screens)('finds nothing on %s', async (_, query, prepare) => {
    await using opened = await open(query, { colorScheme })
    await opened.page.locator('.grid, table').first().waitFor()
    await prepare(opened.page)
    expect(await opened.page.getByRole('row').count()).toBeGreaterThan(10)
    expect(await findings(opened.page)).toEqual([])
  })

  it('finds nothing on why a plan is as it is and what would help', async () => {
    const covered = 'from=2026-12-14&gap=sg-baddeckenstedt.payroll.1.0@2026-12-21-am'
    await using proposed = await open(`?lang=de&${covered}&${planned}`, { colorScheme })
    await unfold(proposed.page)
    await proposed.page
      .getByText(/^Nächstbeste Lösung: /)
      .first()
      .waitFor()
    expect(await findings(proposed.page)).toEqual([])
    const helped = 'from=2027-01-18&gap=sg-sickte.payroll.1.0@2027-01-22-pm'
    await using opened = await open(`?lang=de&${helped}&${planned}`, { colorScheme })
    const { page } = opened
    await unfold(page)
    await page.locator('.plan-help li').first().waitFor()
    await page.locator('.panel .help li').first().waitFor()
    expect(await findings(page)).toEqual([])
  })

  it('finds nothing where nothing is found', async () => {
    await using opened = await open('?lang=de&search=zzz', { colorScheme })
    await opened.page.getByText('Dazu ist hier nichts zu finden.').waitFor()
    expect(await findings(opened.page)).toEqual([])
  })
})

const sizes = [phone, { width: 320, height: 640 }, { width: 768, height: 1024 }, desktop, { width: 1440, height: 900 }]

it.each(sizes.flatMap((size) => ['board', 'table'].map((view) => [size.width, view, size] as const)))(
  'at %i pixels the %s scrolls sideways only in itself',
  async (width, view, viewport) => {
    await using opened = await open(`?lang=de&from=2026-12-14&view=${view}&${gap}&${planned}`, { viewport })
    await opened.page.getByRole('complementary').waitFor()
    await unfold(opened.page)
    expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  },
)

it('names its language, its landmarks and one first heading', async () => {
  await using opened = await open('?lang=en')
  const { page } = opened
  await page.getByRole('grid').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(
    await Promise.all(
      (['banner', 'main', 'navigation', 'search'] as const).map((role) => page.getByRole(role).count()),
    ),
  ).toEqual([1, 1, 1, 1])
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
})
