import { measureText } from '@vertretbar/messages/measure-text'
import { passedWords } from '@vertretbar/messages/reason-words'
import { GapsView } from '@vertretbar/usecases/gaps-view'
import type { PlanJobView } from '@vertretbar/usecases/plan-view'
import { RegionView } from '@vertretbar/usecases/region-view'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from './chromium.ts'
import { explainedPlan, planJobAt } from './explained-plan.ts'

const { open, ask } = useBrowser()

const answer = async (path: string): Promise<unknown> => (await ask(path)).json()

let job: PlanJobView
let region: RegionView

beforeAll(async () => {
  job = await explainedPlan(ask)
  region = RegionView.parse(await answer('/v1/region'))
}, 180_000)

const explanation = () => {
  if (job.explanation === undefined) throw new Error('the plan came without its reasons')
  return job.explanation
}

const panel = (page: Page) => page.getByRole('complementary')

/** A gap beside the plan. */
const at = (gap: string): string => `?lang=de&plan=${job.id}&from=${gap.slice(-13, -3)}&gap=${gap}`

describe('a proposal', () => {
  it('shows the rules that the server found to be kept', async () => {
    const gap = 'cremlingen.payroll.1.0@2026-12-17-am'
    const [reasons] = explanation().assignments.filter(
      ({ assignment }) => assignment.authority === 'cremlingen' && assignment.halfDays.includes('2026-12-17/am'),
    )
    await using opened = await open(at(gap))
    const rules = panel(opened.page).getByRole('list', { name: 'Geprüft' })
    await rules.waitFor()
    expect(await rules.locator('li').allInnerTexts()).toEqual(reasons?.passed.map((code) => passedWords.de[code]))
    expect(reasons?.passed.length).toBeGreaterThan(8)
  })

  it('tells on demand what it is good for and what would be next best', async () => {
    await using opened = await open(at('cremlingen.payroll.1.0@2026-12-17-am'))
    const { page } = opened
    const told = panel(page).getByText(/^Nächstbeste Lösung: /)
    await told.waitFor({ state: 'attached' })
    expect(await told.isVisible()).toBe(false)
    await panel(page).getByText('Warum dieser Vorschlag').click()
    expect(await told.isVisible()).toBe(true)
    expect(await panel(page).locator('.why').innerText()).toMatch(
      /Gerechnet für den ganzen Einsatz dort, \d+ Halbtage\.\s+Ohne diese Vertretung: \d+ Halbtage mehr unbesetzt, davon \d+ kritisch/,
    )
  })

  it('says at which half-days the notice is short, and does not call it kept there', async () => {
    const short = explanation().assignments.find(({ shortNotice }) => shortNotice.includes('2026-11-23/am'))
    expect(short?.passed).not.toContain('short-notice')
    const { gaps } = GapsView.parse(await answer('/v1/gaps?from=2026-11-23&to=2026-11-23'))
    const [gap] = gaps.filter(
      ({ authority, area }) => authority === short?.assignment.authority && area === short.assignment.area,
    )
    await using opened = await open(at(`${gap?.requirement}.${gap?.need}@2026-11-23-am`))
    await panel(opened.page)
      .getByText(/^Kurzfristiger als vereinbart, die verleihende Stelle kann zustimmen: Mo., 23. Nov. 2026/)
      .first()
      .waitFor()
    expect(await panel(opened.page).getByText(passedWords.de['short-notice']).count()).toBe(0)
  })
})

describe('what would help', () => {
  it('at a gap is what the server found for it', async () => {
    await using opened = await open(at('sg-sickte.payroll.1.0@2027-01-22-pm'))
    const expected = explanation()
      .help.filter(({ covered }) =>
        covered.some((one) => one.requirement === 'sg-sickte.payroll.1' && one.halfDay === '2027-01-22/pm'),
      )
      .slice(0, 5)
    expect(expected.length).toBeGreaterThan(1)
    await expectHelp(opened.page, '.panel .help li', expected)
  })

  it('is nothing where no single change helps', async () => {
    await using opened = await open(at('cremlingen.payroll.1.0@2026-12-17-am'))
    await panel(opened.page)
      .getByText(`Keine einzelne Änderung hilft hier (${explanation().measures.tried} geprüft).`)
      .waitFor()
  })

  it('over the whole plan is what the server found, the five most helpful first', async () => {
    await using opened = await open(`?lang=de&plan=${job.id}`)
    await opened.page.locator('.plan-help summary').click()
    await expectHelp(opened.page, '.plan-help li', explanation().help.slice(0, 5))
  })
})

const nameIn = (list: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
  list.find((one) => one.id === id)?.name ?? ''

async function expectHelp(page: Page, items: string, help: NonNullable<PlanJobView['explanation']>['help']) {
  const person = (id: string) => region.specialists.find((one) => one.id === id)
  const names = {
    authority: nameIn(region.authorities),
    area: (id: string) => region.serviceAreas.find((one) => one.id === id)?.name.de ?? '',
    product: nameIn(region.products),
    person: (id: string) => person(id)?.displayName ?? '',
    authorityOf: (id: string) => nameIn(region.authorities)(person(id)?.authority ?? ''),
  }
  await page.locator(items).first().waitFor()
  const shown = (await page.locator(items).allInnerTexts()).map((text) => text.split(/:\s/)[0])
  expect(shown).toEqual(help.map(({ measure }) => measureText(measure, names, 'de')))
  const numbers = (await page.locator(`${items} .help-removes`).allInnerTexts()).map((text) =>
    Number.parseInt(text, 10),
  )
  expect(numbers).toEqual(help.map(({ removed }) => removed.criticalShortage + removed.normalShortage))
}

describe('planning', () => {
  it('shows the plan while its reasons are still looked for, and begins again where it ended', async () => {
    await using opened = await open('?lang=de&gap=cremlingen.payroll.1.0@2026-12-17-am')
    const { page } = opened
    const button = page.locator('.plan-button')
    await button.click()
    await page.locator('.plan-sentence').waitFor()
    await page.getByText('Gründe und mögliche Hilfen werden noch gesucht …').first().waitFor()
    const first = planIn(page)
    expect((await planJobAt(ask, first)).state).toBe('explaining')
    expect(await panel(page).getByRole('list', { name: 'Geprüft' }).count()).toBe(0)
    expect(await page.getByRole('progressbar').count()).toBe(0)
    expect(await button.getAttribute('aria-disabled')).toBe('false')
    await button.click()
    await expect.poll(() => planIn(page), { timeout: 15_000 }).not.toBe(first)
    expect((await planJobAt(ask, planIn(page))).request.before).toBe(first)
    await panel(page).getByRole('list', { name: 'Geprüft' }).waitFor()
    expect(await page.locator('.plan-explaining').count()).toBe(0)
  })
})

const planIn = (page: Page): string => new URL(page.url()).searchParams.get('plan') ?? ''
