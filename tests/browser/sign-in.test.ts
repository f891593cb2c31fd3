import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { desktop, type OpenPage, openBrowser, openPage } from './chromium.ts'
import { findings } from './findings.ts'
import { type OpenDoor, openDoor } from './open-door.ts'

/** Short enough for a test to outlive several of them. */
const tokenSeconds = 3

let browser: Browser
let door: OpenDoor
beforeAll(async () => {
  ;[browser, door] = await Promise.all([openBrowser(), openDoor(tokenSeconds)])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await door?.close()
  expect(door.reported).toEqual([])
})

/** A browser in which nobody has signed in. */
const newContext = (options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: desktop, locale: 'de-DE', ...options })

/** The same, with a clock that tests put forward: an open page asks only every few seconds. */
async function clockContext(): Promise<BrowserContext> {
  const context = await newContext()
  await context.clock.install()
  return context
}

const untilItAsks = (page: Page): Promise<void> => page.clock.fastForward(6000)

const open = async (place: string, context?: BrowserContext): Promise<OpenPage> =>
  openPage(context ?? (await newContext()), door.url + place)

/** Opens a place and signs in as a demo account. */
async function openAs(account: string, place = '?lang=de', context?: BrowserContext): Promise<OpenPage> {
  const opened = await open(place, context)
  await choose(opened.page, account)
  await opened.page.locator('.who').waitFor()
  return opened
}

const choose = (page: Page, account: string): Promise<void> => page.locator(`button[value="demo-${account}"]`).click()

/** Signs in by a name that is on no button. */
async function chooseOther(page: Page, account: string): Promise<void> {
  await page.getByLabel('Name des Kontos').fill(account)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const atLogin = (page: Page) => heading(page, 'Bei Vertretbar anmelden')

/** What of somebody a browser keeps where scripts can read it. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate('[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]')

/** Stays as long as the page is not loaded again. */
const mark = (page: Page): Promise<unknown> => page.evaluate('window.isSamePage = true')
const isMarked = (page: Page): Promise<boolean> => page.evaluate('window.isSamePage === true')

describe('signing in', () => {
  it('offers an account for each role, says that it asks for no password, and keeps nothing before', async () => {
    await using opened = await open('?lang=de')
    await atLogin(opened.page).waitFor()
    expect(await opened.page.getByText('fragt nach keinem Kennwort').count()).toBe(1)
    expect(await opened.page.getByRole('listitem').allInnerTexts()).toEqual([
      'Gemeinsame Personalstelle (8 Behörden)',
      'Personalverwaltung Gemeinde Cremlingen',
      'Personalverwaltung Landkreis Wolfenbüttel',
      'Fachkraft LK P1',
      'Leitung Rechnungsprüfung Landkreis Wolfenbüttel',
      'Kämmerei Landkreis Wolfenbüttel',
      'Koordinierungsstelle',
      'Betrieb',
    ])
    expect(await opened.page.evaluate('[localStorage.length, document.cookie]')).toEqual([0, ''])
  })

  it('leads back to the place that was opened, and keeps no token where scripts or files could find it', async () => {
    const place = '?lang=de&area=payroll&authority=cremlingen&from=2026-12-14'
    await using opened = await openAs('personal-cremlingen', place)
    const { page } = opened
    await page.getByRole('grid').waitFor()
    expect(page.url()).toBe(door.url + place)
    expect(await page.locator('.who-roles').innerText()).toBe('Personalverwaltung Gemeinde Cremlingen')
    expect(await kept(page)).toEqual([[], [], ''])
  })

  it('speaks English to whoever reads English', async () => {
    await using opened = await open('?lang=en')
    const { page } = opened
    await heading(page, 'Sign in to Vertretbar').waitFor()
    await choose(page, 'rechnungspruefung')
    await page.getByText('Head of Audit Landkreis Wolfenbüttel').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await heading(page, 'You are signed out.').waitFor()
  })

  it('is done by the keyboard alone', async () => {
    await using opened = await open('?lang=de')
    const { page } = opened
    await atLogin(page).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Gemeinsame Personalstelle (8 Behörden)')
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Abmelden')
    await page.keyboard.press('Enter')
    await heading(page, 'Sie sind abgemeldet.').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Anmelden')
    await page.keyboard.press('Enter')
    await atLogin(page).waitFor()
  })

  it.each(['', 'a b', 'ärztin', `a${'b'.repeat(64)}`])('says that an account cannot be called “%s”', async (name) => {
    await using opened = await open('?lang=de')
    const { page, complaints } = opened
    await atLogin(page).waitFor()
    // Whatever the browser would not let through, others send.
    await page.evaluate(
      'document.forms[1].noValidate = true, document.getElementById("account").removeAttribute("maxlength")',
    )
    await chooseOther(page, name)
    await page.getByText('So kann ein Konto nicht heißen.').waitFor()
    expect(await page.getByLabel('Name des Kontos').getAttribute('aria-invalid')).toBe('true')
    // The browser itself notes that the answer is no page that was wished for.
    complaints.length = 0
  })

  it('that fails says so, and can be tried again', async () => {
    const context = await newContext()
    await context.route('**/sign-in', (route) => route.abort())
    await using opened = await open('?lang=de&authority=cremlingen', context)
    const { page, complaints } = opened
    await heading(page, 'Die Anmeldung hat nicht geklappt.').waitFor()
    await context.unroute('**/sign-in')
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
    await choose(page, 'kaemmerei')
    await page.locator('.who').waitFor()
    expect(page.url()).toContain('authority=cremlingen')
    complaints.length = 0
  })

  it('does not take an answer that it did not ask for', async () => {
    await using opened = await open('anmeldung?lang=de&code=stolen&state=guessed&iss=http%3A%2F%2Flocalhost%2Foidc')
    await heading(opened.page, 'Die Anmeldung hat nicht geklappt.').waitFor()
    expect(new URL(opened.page.url()).search).toBe('')
  })
})

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
    const late = await fetch(`${door.url}oidc/token`, { method: 'POST', body: renewal })
    expect([late.status, await late.json()]).toMatchObject([400, { error: 'invalid_grant' }])
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await atLogin(page).waitFor()
    await page.goto(`${door.url}?lang=de`)
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

describe('a membership', () => {
  const roles = [{ role: 'hr-manager' as const, authority: 'sg-sickte' }]

  it('begins with the link of an invitation', async () => {
    const code = await door.invite(roles)
    await using opened = await open(`einladung?lang=de#${code}`)
    const { page, complaints } = opened
    await chooseOther(page, 'si.neu')
    await heading(page, 'Sie sind angemeldet, haben hier aber keinen Zugang.').waitFor()
    expect(await page.getByLabel('Einladung').inputValue()).toBe(code)
    await page.getByRole('button', { name: 'Einladung annehmen' }).click()
    await page.getByText('Personalverwaltung Samtgemeinde Sickte').waitFor()
    await page.getByRole('grid').waitFor()
    expect(page.url()).toBe(`${door.url}?lang=de`)
    await page.reload()
    await page.getByText('Personalverwaltung Samtgemeinde Sickte').waitFor()
    complaints.length = 0
  })

  it('begins with a code or link that is typed, and says why one does not hold', async () => {
    const code = await door.invite(roles)
    await using opened = await open('?lang=de')
    const { page, complaints } = opened
    await chooseOther(page, 'si.typed')
    const field = page.getByLabel('Einladung')
    await field.fill('nonsense')
    await field.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'Diese Einladung gilt nicht' }).waitFor()
    expect(await page.locator(':focus').inputValue()).toBe('nonsense')
    await field.fill(`https://vertretbar.example.de/einladung#${code} `)
    await field.press('Enter')
    await page.locator('.who').waitFor()
    complaints.length = 0
  })

  it('that is ended during a session is over with the next question, and its page is gone', async () => {
    const code = await door.invite(roles)
    await using opened = await open(`einladung?lang=de#${code}`, await clockContext())
    const { page, complaints } = opened
    await chooseOther(page, 'si.leaving')
    await page.getByRole('button', { name: 'Einladung annehmen' }).click()
    await page.getByRole('grid').waitFor()
    const region = await door.ports.regions.load('wolfenbuettel')
    const member = region?.region.members?.find(({ identity }) => identity?.subject === 'si.leaving')?.id ?? ''
    await door.order({ kind: 'end-member', member, validTo: '2026-11-22' })
    await untilItAsks(page)
    await heading(page, 'Sie sind angemeldet, haben hier aber keinen Zugang.').waitFor({ timeout: 15_000 })
    expect(await page.getByRole('grid').count()).toBe(0)
    expect(await page.locator('.who').count()).toBe(0)
    complaints.length = 0
  })

  it('of whoever runs the installation shows nothing of what it is for, and asks for none of it', async () => {
    const context = await newContext()
    const asked = new Set<string>()
    context.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.startsWith('/v1/')) asked.add(pathname)
    })
    await using opened = await openAs('betrieb', '?lang=de', context)
    await heading(opened.page, 'Ihr Zugang gilt dem Betrieb dieser Anwendung.').waitFor()
    expect([...asked]).toEqual(['/v1/me'])
  })
})

describe.each(['light', 'dark'] as const)('axe in %s colours', (colorScheme) => {
  const states: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    ['the login page', (page) => atLogin(page).waitFor()],
    [
      'the login page after a name that can be none',
      async (page) => {
        await chooseOther(page, 'a b')
        await page.locator('#error').waitFor()
      },
    ],
    [
      'the page of somebody without access',
      async (page) => {
        await chooseOther(page, 'nobody')
        await page.getByLabel('Einladung').fill('x')
        await page.getByLabel('Einladung').press('Enter')
        await page.getByText('Diese Einladung gilt nicht').waitFor()
      },
    ],
    [
      'the page after a log-out',
      async (page) => {
        await choose(page, 'betrieb')
        await page.getByRole('button', { name: 'Abmelden' }).click()
        await heading(page, 'Sie sind abgemeldet.').waitFor()
      },
    ],
    [
      'the page of whoever runs the installation',
      async (page) => {
        await choose(page, 'betrieb')
        await page.locator('.who').waitFor()
      },
    ],
    [
      'the page after a login that failed',
      async (page) => {
        await page.goto(`${door.url}anmeldung`)
        await heading(page, 'Die Anmeldung hat nicht geklappt.').waitFor()
      },
    ],
    [
      'the question whether to log out',
      async (page) => {
        await choose(page, 'betrieb')
        await page.locator('.who').waitFor()
        await page.goto(`${door.url}oidc/session/end`)
        await heading(page, 'Abmelden').waitFor()
      },
    ],
    ['the page of a login that is over', (page) => page.goto(`${door.url}oidc/auth`)],
  ]

  it.each(states)('finds nothing on %s', async (_, reach) => {
    await using opened = await open('?lang=de', await newContext({ colorScheme }))
    await atLogin(opened.page).waitFor()
    await reach(opened.page)
    expect(await findings(opened.page)).toEqual([])
    // Answers that say no the browser notes.
    opened.complaints.length = 0
  })
})
