import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { atLogin, choose, chooseOther, heading, useDoor } from './at-the-door.ts'
import { findings } from './findings.ts'

const { door, newContext, open } = useDoor()

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
      'the page of whoever has no part in planning',
      async (page) => {
        await choose(page, 'betrieb')
        await page.locator('.who').waitFor()
      },
    ],
    [
      'the page after a login that failed',
      async (page) => {
        await page.goto(`${door().url}anmeldung`)
        await heading(page, 'Die Anmeldung hat nicht geklappt.').waitFor()
      },
    ],
    [
      'the question whether to log out',
      async (page) => {
        await choose(page, 'betrieb')
        await page.locator('.who').waitFor()
        await page.goto(`${door().url}oidc/session/end`)
        await heading(page, 'Abmelden').waitFor()
      },
    ],
    ['the page of a login that is over', (page) => page.goto(`${door().url}oidc/auth`)],
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
