import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { desktop, type OpenPage, openBrowser, openPage } from './chromium.ts'
import { type OpenDoor, openDoor } from './open-door.ts'

/** Short enough for a test to outlive several of them. */
const tokenSeconds = 3

/** A browser and an installation for the tests of one file, with ways to come in; nobody has signed in before. */
export function useDoor() {
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
  const newContext = (options: BrowserContextOptions = {}): Promise<BrowserContext> =>
    browser.newContext({ viewport: desktop, locale: 'de-DE', ...options })
  const open = async (place: string, context?: BrowserContext): Promise<OpenPage> =>
    openPage(context ?? (await newContext()), door.url + place)
  return {
    door: () => door,
    newContext,
    /** With a clock that tests put forward: an open page asks only every few seconds. */
    clockContext: async () => {
      const context = await newContext()
      await context.clock.install()
      return context
    },
    open,
    /** Opens a place and signs in as a demo account. */
    openAs: async (account: string, place = '?lang=de', context?: BrowserContext): Promise<OpenPage> => {
      const opened = await open(place, context)
      await choose(opened.page, account)
      await opened.page.locator('.who').waitFor()
      return opened
    },
  }
}

/** Puts the clock so far that an open page has asked in between. */
export const untilItAsks = (page: Page): Promise<void> => page.clock.fastForward(6000)

/** Chooses a demo account on the login page. */
export const choose = (page: Page, account: string): Promise<void> =>
  page.locator(`button[value="demo-${account}"]`).click()

/** Signs in by a name that is on no button. */
export async function chooseOther(page: Page, account: string): Promise<void> {
  await page.getByLabel('Name des Kontos').fill(account)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
}

/** The first heading of a page, by its words. */
export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** What says that one is at the login page. */
export const atLogin = (page: Page) => heading(page, 'Bei Vertretbar anmelden')

/** Remembers the page as it is loaded now. */
export const mark = (page: Page): Promise<unknown> => page.evaluate('window.isSamePage = true')

/** Whether the page was not loaded again since. */
export const isMarked = (page: Page): Promise<boolean> => page.evaluate('window.isSamePage === true')
