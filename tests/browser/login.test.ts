import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { atLogin, choose, heading, isMarked, mark, untilItAsks, useDoor } from './at-the-door.ts'

const { door, newContext, clockContext, open, openAs } = useDoor()

const Renewed = z.object({ refresh_token: z.string() })

describe('a login', () => {
  it('goes on by itself past the end of its tokens, without a refused question or another page', async () => {
    await using opened = await openAs('personalstelle')
    const { page } = opened
    await page.getByRole('grid').waitFor()
    await mark(page)
    const [tokens, statuses] = [new Set<string>(), new Set<number>()]
    page.on('response', (response) => {
      if (!response.url().includes('/v1/')) return
      tokens.add(response.request().headers().authorization ?? '')
      statuses.add(response.status())
    })
    await expect.poll(() => tokens.size, { timeout: 30_000 }).toBeGreaterThan(1)
    expect([...statuses]).toEqual([304])
    expect(await isMarked(page)).toBe(true)
  })

  it('renews a token that is refused before its time, and asks once more', async () => {
    await using opened = await openAs('personalstelle', '?lang=de', await clockContext())
    const { page, complaints } = opened
    await page.getByRole('grid').waitFor()
    await mark(page)
    let refused = 0
    await page.route('**/v1/region', (route) => {
      refused += 1
      return refused === 1 ? route.fulfill({ status: 401 }) : route.continue()
    })
    await untilItAsks(page)
    await expect.poll(() => refused, { timeout: 15_000 }).toBeGreaterThan(1)
    expect(await page.getByText('Die Verbindung ist unterbrochen').count()).toBe(0)
    expect(await isMarked(page)).toBe(true)
    complaints.length = 0
  })

  it('outlives loading the page again, at the same place and without a question', async () => {
    await using opened = await openAs('personalstelle', '?lang=de&span=quarter')
    const { page } = opened
    await page.getByRole('grid').waitFor()
    await mark(page)
    await page.getByRole('searchbox').fill('Sickte')
    await page.reload()
    await page.locator('.who').waitFor()
    expect(await isMarked(page)).toBe(false)
    expect(await page.getByRole('searchbox').inputValue()).toBe('Sickte')
    expect(new URL(page.url()).searchParams.get('span')).toBe('quarter')
  })

  it('ends for all with a log-out: the page, the provider and what renews tokens', async () => {
    await using opened = await openAs('personalstelle', '?lang=de', await clockContext())
    const { page } = opened
    await page.getByRole('grid').waitFor()
    const renewed = page.waitForRequest((request) => (request.postData() ?? '').includes('refresh_token'))
    await untilItAsks(page)
    const renewal = new URLSearchParams((await renewed).postData() ?? '')
    const answer = await (await renewed).response()
    const { refresh_token: last } = Renewed.parse(await answer?.json())
    await page.getByRole('button', { name: 'Abmelden' }).click()
    await heading(page, 'Sie sind abgemeldet.').waitFor()
    expect(await page.getByRole('grid').count()).toBe(0)
    renewal.set('refresh_token', last)
    const late = await fetch(`${door().url}oidc/token`, { method: 'POST', body: renewal })
    expect([late.status, await late.json()]).toMatchObject([400, { error: 'invalid_grant' }])
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await atLogin(page).waitFor()
    await page.goto(`${door().url}?lang=de`)
    await atLogin(page).waitFor()
  })

  it('is one for two tabs, and so is its end', async () => {
    const context = await newContext()
    await using first = await openAs('personalstelle', '?lang=de', context)
    await using second = await open('?lang=de&view=table', context)
    await second.page.locator('.who').waitFor()
    await first.page.getByRole('button', { name: 'Abmelden' }).click()
    await heading(second.page, 'Sie sind abgemeldet.').waitFor()
    expect(await second.page.getByRole('table').count()).toBe(0)
    await second.page.getByRole('button', { name: 'Anmelden' }).click()
    await atLogin(second.page).waitFor()
  })

  it('that two tabs ask for at once is given to both', async () => {
    const context = await newContext()
    await using first = await open('?lang=de', context)
    await using second = await open('?lang=de&view=table', context)
    await atLogin(second.page).waitFor()
    for (const { page } of [first, second]) {
      // oxlint-disable-next-line no-await-in-loop -- there is one person
      await choose(page, 'personalstelle')
      // oxlint-disable-next-line no-await-in-loop -- there is one person
      await page.locator('.who').waitFor()
    }
  })

  it('that the provider has forgotten leads to the provider, and back to the same place', async () => {
    const context = await clockContext()
    await using opened = await openAs('personalstelle', '?lang=de&authority=cremlingen', context)
    const { page, complaints } = opened
    await page.getByRole('grid').waitFor()
    await context.clearCookies()
    await page.route('**/oidc/token', (route) =>
      route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' }),
    )
    await untilItAsks(page)
    await atLogin(page).waitFor({ timeout: 15_000 })
    await page.unroute('**/oidc/token')
    await choose(page, 'personalstelle')
    await page.getByRole('grid').waitFor()
    expect(new URL(page.url()).searchParams.get('authority')).toBe('cremlingen')
    complaints.length = 0
  })
})
