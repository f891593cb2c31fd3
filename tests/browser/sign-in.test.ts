import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { atLogin, choose, chooseOther, heading, untilItAsks, useDoor } from './at-the-door.ts'

const { door, newContext, clockContext, open, openAs } = useDoor()

/** What of somebody a browser keeps where scripts can read it. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate('[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]')

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
      'Technischer Betrieb',
    ])
    expect(await opened.page.evaluate('[localStorage.length, document.cookie]')).toEqual([0, ''])
  })

  it('leads back to the place that was opened, and keeps no token where scripts or files could find it', async () => {
    const place = '?lang=de&area=payroll&authority=cremlingen&from=2026-12-14'
    await using opened = await openAs('personal-cremlingen', place)
    const { page } = opened
    await page.getByRole('grid').waitFor()
    expect(page.url()).toBe(door().url + place)
    expect(await page.locator('.who-roles').innerText()).toBe('Personalverwaltung Gemeinde Cremlingen')
    expect(await kept(page)).toEqual([[], [], ''])
  })

  it('speaks English to whoever reads English', async () => {
    await using opened = await open('?lang=en')
    const { page } = opened
    await heading(page, 'Sign in to Vertretbar').waitFor()
    await choose(page, 'rechnungspruefung')
    await page.getByText('Head of Audit at Landkreis Wolfenbüttel').waitFor()
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
    expect(await page.getByLabel('Name des Kontos').inputValue()).toBe(name)
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

describe('a membership', () => {
  const roles = [{ role: 'hr-manager' as const, authority: 'sg-sickte' }]

  it('begins with the link of an invitation', async () => {
    const code = await door().invite(roles)
    await using opened = await open(`einladung?lang=de#${code}`)
    const { page, complaints } = opened
    await chooseOther(page, 'si.neu')
    await heading(page, 'Sie sind angemeldet, haben hier aber keinen Zugang.').waitFor()
    expect(await page.getByLabel('Einladung').inputValue()).toBe(code)
    await page.getByRole('button', { name: 'Einladung annehmen' }).click()
    await page.getByText('Personalverwaltung Samtgemeinde Sickte').waitFor()
    await page.getByRole('grid').waitFor()
    expect(page.url()).toBe(`${door().url}?lang=de`)
    await page.reload()
    await page.getByText('Personalverwaltung Samtgemeinde Sickte').waitFor()
    complaints.length = 0
  })

  it('begins with a code or link that is typed, and says why one does not hold', async () => {
    const code = await door().invite(roles)
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
    const code = await door().invite(roles)
    await using opened = await open(`einladung?lang=de#${code}`, await clockContext())
    const { page, complaints } = opened
    await chooseOther(page, 'si.leaving')
    await page.getByRole('button', { name: 'Einladung annehmen' }).click()
    await page.getByRole('grid').waitFor()
    const region = await door().ports.regions.load('wolfenbuettel')
    const member = region?.region.members?.find(({ identity }) => identity?.subject === 'si.leaving')?.id ?? ''
    await door().order({ kind: 'end-member', member, validTo: '2026-11-22' })
    await untilItAsks(page)
    await heading(page, 'Sie sind angemeldet, haben hier aber keinen Zugang.').waitFor({ timeout: 15_000 })
    expect(await page.getByRole('grid').count()).toBe(0)
    expect(await page.locator('.who').count()).toBe(0)
    complaints.length = 0
  })

  it.each([
    ['personal-cremlingen', 1],
    ['koordinierung', 1],
    ['fachkraft', 0],
  ])('as %s offers %i ways to plan', async (account, ways) => {
    await using opened = await openAs(account)
    await opened.page.getByRole('grid').waitFor()
    expect(await opened.page.getByRole('button', { name: 'Beste Vertretung planen' }).count()).toBe(ways)
  })

  it.each(['kaemmerei', 'betrieb'])(
    'as %s has no part in planning: the page says so, and asks for none of it',
    async (account) => {
      const context = await newContext()
      const asked = new Set<string>()
      context.on('request', (request) => {
        const { pathname } = new URL(request.url())
        if (pathname.startsWith('/v1/')) asked.add(pathname)
      })
      await using opened = await openAs(account, '?lang=de', context)
      await heading(opened.page, 'Der Vertretungsplan gehört nicht zu Ihrer Rolle.').waitFor()
      expect([...asked]).toEqual(['/v1/me'])
    },
  )
})
