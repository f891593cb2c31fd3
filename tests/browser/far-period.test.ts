import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from './chromium.ts'
import { today } from './installation.ts'

const { open } = useBrowser()

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** What the heading says of the next ten working days, and of the horizon. */
async function aheadOf(page: Page): Promise<readonly (string | undefined)[]> {
  await page.getByRole('grid').waitFor()
  const text = await page.locator('.ahead').innerText()
  return [/In den nächsten [^.]*\./.exec(text)?.[0], /insgesamt \d+ Lücken/.exec(text)?.[0]]
}

describe.each([
  ['far ahead', '2028-01-03', /^(\d+ Lücken?|Keine Lücke)/],
  ['far back', '2025-11-24', /^Diese Tage sind vergangen/],
])('a period %s', (_, from, answer) => {
  it('changes nothing about what comes soon, nor about what is planned', async () => {
    await using near = await open('?lang=de')
    await using far = await open(`?lang=de&span=quarter&from=${from}`)
    const [expected, found] = [await aheadOf(near.page), await aheadOf(far.page)]
    expect(expected[0]).toMatch(/beginnen \d+ Lücken/)
    expect(found).toEqual(expected)
    expect(await heading(far.page).innerText()).toMatch(answer)
    const asked = far.page.waitForRequest((request) => request.method() === 'POST')
    await far.page.getByRole('button', { name: 'Beste Vertretung planen' }).click()
    expect((await asked).postDataJSON()).toEqual({ from: today, to: '2027-02-20' })
    await far.page
      .getByText(/^Der Plan schließt \d+ von 45 Lücken\./)
      .first()
      .waitFor({ state: 'attached' })
  })
})

it('walking back by quarters says that days are over, not that they had no gap', async () => {
  await using opened = await open('?lang=de&span=quarter')
  const { page } = opened
  await page.getByRole('grid').waitFor()
  const back = page.getByRole('button', { name: 'Früher' })
  await back.click()
  await back.click()
  await back.click()
  await back.click()
  await heading(page).getByText('Diese Tage sind vergangen').waitFor()
  expect(await page.getByRole('gridcell', { name: /: keine Lücke\.$/ }).count()).toBe(0)
  expect(await page.getByRole('gridcell', { name: /: vergangen, keine Angabe zu Lücken\.$/ }).count()).toBeGreaterThan(
    0,
  )
})

it('a gap of the horizon stays open beside a period far away', async () => {
  await using opened = await open('?lang=de&from=2028-01-03&gap=cremlingen.payroll.1.0@2026-12-17-am')
  await opened.page
    .getByRole('complementary')
    .getByRole('heading', { name: /^Abrechnungslauf/ })
    .waitFor()
})
