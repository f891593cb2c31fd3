import { AvailabilityView } from '@vertretbar/usecases/availability-view'
import { RegionView } from '@vertretbar/usecases/region-view'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './chromium.ts'

const { open } = useBrowser()

/** Answers as if somebody had entered an absence: LK P1 is away all the time, and everything has another version. */
async function enterAbsence(page: Page): Promise<void> {
  await page.route('**/v1/**', async (route) => {
    const response = await route.fetch({ headers: { ...route.request().headers(), 'if-none-match': '' } })
    const body: unknown = await response.json()
    const { pathname } = new URL(route.request().url())
    await route.fulfill({
      response,
      headers: { ...response.headers(), etag: '"later"' },
      json: changed(pathname, body),
    })
  })
}

function changed(path: string, body: unknown): unknown {
  if (path === '/v1/region') return { ...RegionView.parse(body), version: 1000 }
  if (path !== '/v1/availability') return { ...Object(body), version: 1000 }
  const view = AvailabilityView.parse(body)
  const people = view.people.map((one) =>
    one.specialist === 'lk-p1' ? { ...one, halfDays: one.halfDays.replaceAll('p', 'a') } : one,
  )
  return { ...view, people, version: 1000 }
}

it('marks what has changed and leaves focus, scroll and input as they are', async () => {
  await using opened = await open('?lang=de&search=Landkreis')
  const { page } = opened
  const cell = page.getByRole('gridcell', { name: /^LK P1, Mi\., 25\. Nov\. 2026, vormittags: da/ })
  await cell.focus()
  await page.evaluate('document.querySelector(".grid-scroll").scrollTop = 30')
  await enterAbsence(page)
  const told = () => page.locator(':focus').getAttribute('aria-label')
  await expect
    .poll(told, { timeout: 15_000 })
    .toBe('LK P1, Mi., 25. Nov. 2026, vormittags: nicht verfügbar, neu seit Ihrem Aufruf.')
  expect(await page.evaluate('document.querySelector(".grid-scroll").scrollTop')).toBe(30)
  expect(await page.getByRole('searchbox').inputValue()).toBe('Landkreis')
  expect(await page.getByRole('status').allInnerTexts()).toContainEqual(
    expect.stringContaining('Der Stand hat sich geändert'),
  )
  await page.getByRole('button', { name: 'Markierung entfernen' }).click()
  await expect.poll(() => page.locator('.is-changed').count()).toBe(0)
})

it('asks with the tag it knows and loads nothing again while nothing changes', async () => {
  await using opened = await open('?lang=de')
  const asked: string[] = []
  opened.page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/v1/')) asked.push(`${response.status()} ${pathname}`)
  })
  await opened.page.getByRole('grid').waitFor()
  asked.length = 0
  await expect.poll(() => asked.length, { timeout: 8000 }).toBeGreaterThan(0)
  expect(asked).toEqual(['304 /v1/region'])
})

it('says that it is out of reach, keeps what it shows, and comes back by itself', async () => {
  await using opened = await open('?lang=de')
  const { page, complaints } = opened
  await page.getByRole('grid').waitFor()
  await page.route('**/v1/**', (route) => route.abort())
  await page.getByText('Die Verbindung ist unterbrochen').waitFor({ timeout: 10_000 })
  expect(await page.getByRole('grid').count()).toBe(1)
  await page.unroute('**/v1/**')
  await page.getByText('Die Verbindung ist unterbrochen').waitFor({ state: 'detached', timeout: 10_000 })
  // The browser itself notes each request that found nobody.
  complaints.length = 0
})

/** Reads the sentences of all half-days drawn. */
const allSentences = `[...document.querySelectorAll('[role=gridcell]')].map((cell) => cell.ariaLabel)`

it('keeps its warning while the days walked to are not there, draws none of them as empty, and then loads them', async () => {
  await using opened = await open('?lang=de&span=quarter')
  const { page, complaints } = opened
  await page.getByRole('grid').waitFor()
  // Only the region answers, and says that nothing has changed.
  await page.route(/\/v1\/(availability|gaps)/, (route) => route.abort())
  await page.getByRole('button', { name: 'Später' }).click()
  const warning = page.getByText('Die Verbindung ist unterbrochen')
  await warning.waitFor()
  const answered = () => page.waitForResponse((response) => response.url().endsWith('/v1/region'))
  await answered()
  await answered()
  expect(await warning.count()).toBe(1)
  await page.getByRole('heading', { level: 1, name: 'Dieser Zeitraum wird geladen …' }).waitFor()
  const sentences = await page.evaluate<string[]>(allSentences)
  const weekdays = sentences.filter((sentence) => /(vor|nach)mittags: /.test(sentence))
  expect(weekdays.filter((sentence) => !sentence.endsWith(': wird geladen.'))).toEqual([])
  expect(weekdays.length).toBeGreaterThan(100)
  await page.unroute(/\/v1\/(availability|gaps)/)
  await warning.waitFor({ state: 'detached', timeout: 15_000 })
  await page.getByRole('heading', { level: 1, name: /Lücke/ }).waitFor()
  expect(await page.getByRole('gridcell', { name: /: wird geladen\.$/ }).count()).toBe(0)
  complaints.length = 0
})

it('offers to try again where nothing could be loaded', async () => {
  await using opened = await open('?lang=de')
  const { page, complaints } = opened
  await page.route('**/v1/region', (route) => route.abort())
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Der Vertretungsplan lässt sich gerade nicht laden.' }).waitFor()
  await page.unroute('**/v1/region')
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
  await page.getByRole('grid').waitFor()
  complaints.length = 0
})
