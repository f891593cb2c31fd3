import { copyFile, mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { desktop, phone, useBrowser } from './chromium.ts'
import { explainedPlan } from './explained-plan.ts'

const { open, ask } = useBrowser()

/** The plan that the pictures show. */
let planned: string

beforeAll(async () => {
  const { id } = await explainedPlan(ask)
  planned = id
}, 180_000)

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const gap = 'gap=cremlingen.payroll.1.0@2026-12-17-am'

const plan = async (page: Page): Promise<void> => {
  await page.goto(`${page.url()}&plan=${planned}`)
  await page.locator('.plan-help').waitFor()
}

/** A picture shows the page at rest. */
async function rest(page: Page): Promise<void> {
  await page.locator('.page-head').hover()
  await page.evaluate('document.activeElement.blur()')
}

const nothing = async (): Promise<void> => undefined

const pictures = [
  ['board', '', nothing],
  ['gap', `&area=payroll&from=2026-12-14&${gap}`, plan],
  ['quarter', '&span=quarter', nothing],
  ['table', '&view=table&span=week', plan],
] as const

const devices = [
  ['desktop', desktop],
  ['phone', phone],
] as const

it.each(
  devices.flatMap(([device, viewport]) =>
    (['de', 'en'] as const).flatMap((language) =>
      pictures.map(
        ([name, query, prepare]) => [`${name}-${device}-${language}`, { viewport, language, query, prepare }] as const,
      ),
    ),
  ),
)('takes a picture of %s', async (name, { viewport, language, query, prepare }) => {
  await mkdir(here('screenshots'), { recursive: true })
  await using opened = await open(`?lang=${language}${query}`, { viewport })
  const { page } = opened
  await page.locator('.grid, table').first().waitFor()
  await prepare(page)
  await rest(page)
  if (name.startsWith('gap-phone')) await page.locator('.panel').scrollIntoViewIfNeeded()
  const path = here(`screenshots/${name}.png`)
  const picture = await page.screenshot({ path })
  expect(picture.length).toBeGreaterThan(10_000)
  // Only on demand, so that a test run leaves the tree as it was.
  if (name === 'gap-desktop-de' && process.env.README_SCREENSHOT === '1')
    await copyFile(path, here('../../packages/web/screenshot.png'))
})
