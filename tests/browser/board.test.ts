import { GapsView } from '@vertretbar/usecases/gaps-view'
import { PlanJobView } from '@vertretbar/usecases/plan-view'
import { RegionView } from '@vertretbar/usecases/region-view'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from './chromium.ts'

const { open, ask } = useBrowser()

const payrollGap =
  'Gemeinde Cremlingen, Abrechnungslauf, Entgeltabrechnung, Do., 17. Dez. 2026, vormittags: es fehlt 1 Person, kritisch.'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const panel = (page: Page) => page.getByRole('complementary')

const answer = async (path: string): Promise<unknown> => (await ask(path)).json()

describe('the heading', () => {
  it('answers for the period shown, and tells how many gaps the whole horizon has', async () => {
    await using opened = await open('?lang=de')
    await expectText(heading(opened.page), /^19 Lücken, 10 kritisch · \d+ Halbtage ohne Reserve$/)
    await expectText(opened.page.locator('.ahead'), /insgesamt 45 Lücken/)
  })

  it('has all 45 gaps of the reference region in a quarter', async () => {
    await using opened = await open('?lang=de&span=quarter')
    await expectText(heading(opened.page), /^45 Lücken, 29 kritisch · /)
    expect(await opened.page.title()).toMatch(/^45 Lücken, .* · Vertretungsplan · Vertretbar$/)
  })

  it('follows the filters, which the back button undoes', async () => {
    await using opened = await open('?lang=de&span=quarter')
    const { page } = opened
    await page.getByRole('combobox', { name: 'Behörde' }).selectOption({ label: 'Gemeinde Cremlingen' })
    const { gaps } = GapsView.parse(await answer('/v1/gaps'))
    const here = gaps.filter(({ authority }) => authority === 'cremlingen').length
    await expectText(heading(page), new RegExp(`^${here} Lücken`))
    expect(page.url()).toContain('authority=cremlingen')
    await page.goBack()
    await expectText(heading(page), /^45 Lücken/)
  })
})

describe('a gap', () => {
  it('opens beside the board and tells when, why and which deadline', async () => {
    await using opened = await open('?lang=de&area=payroll&authority=cremlingen&from=2026-12-14')
    const { page } = opened
    await page.getByRole('gridcell', { name: payrollGap }).click()
    await expectText(
      panel(page).getByRole('heading', { level: 2 }),
      'Abrechnungslauf: es fehlt 1 Person für Entgeltabrechnung',
    )
    const told = await panel(page).innerText()
    for (const fact of [
      'Do., 17. Dez. bis Mo., 21. Dez. 2026, ganztags',
      '1 abwesend',
      'Beitragsnachweis: Mo., 21. Dez. 2026',
    ])
      expect(told).toContain(fact)
    const [board, beside] = [await page.getByRole('grid').locator('..').boundingBox(), await panel(page).boundingBox()]
    expect(beside?.x).toBeGreaterThanOrEqual((board?.x ?? 0) + (board?.width ?? 0))
  })

  it('is found again by its address, and says when it is no more', async () => {
    await using known = await open('?lang=de&gap=cremlingen.payroll.1.0@2026-12-17-am')
    await expectText(panel(known.page).getByRole('heading', { level: 2 }), /^Abrechnungslauf/)
    const cell = known.page.getByRole('gridcell', { name: payrollGap })
    const [board, shown] = [await known.page.locator('.grid-scroll').boundingBox(), await cell.boundingBox()]
    expect(shown?.y).toBeLessThan((board?.y ?? 0) + (board?.height ?? 0) - 20)
    await using gone = await open('?lang=de&gap=cremlingen.payroll.1.0@2026-12-16-am')
    await expectText(panel(gone.page).getByRole('heading', { level: 2 }), 'Diese Lücke besteht nicht mehr.')
  })

  it('shows whom the plan proposes, what stays open and what stands against the nearest', async () => {
    await using opened = await open('?lang=de&area=payroll&authority=cremlingen&from=2026-12-14')
    const { page } = opened
    await page.getByRole('gridcell', { name: payrollGap }).click()
    await page.getByRole('button', { name: 'Beste Vertretung planen' }).click()
    await expectText(page.locator('.plan-sentence'), /^Der Plan schließt \d+ von 45 Lücken\./)
    const plan = await planOf(page)
    const region = RegionView.parse(await answer('/v1/region'))
    const here = plan.assignments.filter(({ authority, area }) => authority === 'cremlingen' && area === 'payroll')
    const helpers = here.filter(({ halfDays }) => halfDays.some((one) => '2026-12-17' <= one && one < '2026-12-22'))
    const names = region.specialists.filter(({ id }) =>
      helpers.some((helper) => 'specialist' in helper && helper.specialist === id),
    )
    const shown = await panel(page).locator('.proposal-who').allInnerTexts()
    expect(shown.map((text) => text.slice(0, 5)).toSorted()).toEqual(names.map((one) => one.displayName).toSorted())
    await expectText(panel(page), /Bleibt offen:/)
    await expectText(panel(page), /geht nicht, weil: /)
    await page.getByRole('button', { name: 'Nachweis' }).click()
    expect(await page.locator('.proof li').count()).toBe(6)
  })

  it('keeps its plan when the page is opened again', async () => {
    await using first = await open('?lang=de&gap=cremlingen.payroll.1.0@2026-12-17-am')
    await first.page.getByRole('button', { name: 'Beste Vertretung planen' }).click()
    await expectText(first.page.locator('.plan-sentence'), /^Der Plan schließt/)
    await using again = await open(new URL(first.page.url()).search)
    await expectText(again.page.locator('.plan-sentence'), /^Der Plan schließt/)
    await expectText(panel(again.page), /Geprüft|Bleibt offen/)
  })
})

describe('the table', () => {
  it('has the same gaps as the answer of the server', async () => {
    await using opened = await open('?lang=de&span=quarter&view=table')
    const { page } = opened
    await page.locator('.gap-table').first().waitFor()
    const { gaps } = GapsView.parse(await answer('/v1/gaps'))
    const buttons = await page.locator('.gap-table [data-gap]').all()
    const keys = await Promise.all(buttons.map((button) => button.getAttribute('data-gap')))
    const expected = gaps.map(
      ({ requirement, need, halfDays: [first] }) => `${requirement}.${need}@${first?.halfDay.replace('/', '-')}`,
    )
    expect(new Set(keys)).toEqual(new Set(expected))
    expect(keys).toHaveLength(gaps.length)
  })

  it('opens a gap beside it and gives the focus back', async () => {
    await using opened = await open('?lang=de&view=table')
    const button = opened.page.getByRole('button', { name: /^Einzelheiten: / }).nth(3)
    await button.click()
    await expectText(panel(opened.page).getByRole('heading', { level: 2 }), /es fehl/)
    await opened.page.keyboard.press('Escape')
    const name = await button.getAttribute('aria-label')
    await expect.poll(() => opened.page.locator(':focus').getAttribute('aria-label')).toBe(name)
  })

  it('tells who is there at each half-day', async () => {
    await using opened = await open('?lang=de&view=table&authority=cremlingen&from=2026-12-14')
    const table = opened.page.getByRole('table', { name: 'Personen je Halbtag: Gemeinde Cremlingen' })
    await expectText(table.getByRole('row', { name: /^Mi 16\.12\. vm/ }), /CR P1\s+–/)
    await expectText(table.getByRole('row', { name: /^Do 17\.12\. vm/ }), /–\s+CR P1/)
  })
})

it('speaks German and English, by address, browser and choice', async () => {
  await using german = await open('')
  await expectText(heading(german.page), /Lücken/)
  await german.page.getByRole('link', { name: 'English' }).click()
  await expectText(heading(german.page), /^19 gaps, 10 critical · \d+ half-days without reserve$/)
  expect(await german.page.locator('html').getAttribute('lang')).toBe('en')
  await using english = await open('', { locale: 'en-GB' })
  await expectText(english.page.getByRole('button', { name: 'Plan the best cover' }), 'Plan the best cover')
})

async function planOf(page: Page) {
  const id = new URL(page.url()).searchParams.get('plan')
  const { plan } = PlanJobView.parse(await answer(`/v1/plans/${id}`))
  if (plan === undefined) throw new Error('the page shows a plan that is not done')
  return plan
}

async function expectText(place: ReturnType<Page['locator']>, text: string | RegExp): Promise<void> {
  const matches = (found: string): boolean => (typeof text === 'string' ? found === text : text.test(found))
  await expect.poll(async () => place.innerText(), { timeout: 15_000 }).toSatisfy(matches, `is ${text}`)
}
