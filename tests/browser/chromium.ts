import { setTimeout } from 'node:timers/promises'
import chromiumPackage from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Installation, startInstallation } from './installation.ts'

/** A browser and a local installation for the tests of one file, with a way to open pages of it. */
export function useBrowser(start: () => Promise<Installation> = startInstallation) {
  let browser: Browser
  let installation: Installation
  beforeAll(async () => {
    ;[browser, installation] = await Promise.all([openBrowser(), start()])
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await installation?.stop()
  })
  return {
    url: () => installation.url,
    ask: (path: string, init?: RequestInit) => installation.ask(path, init),
    /** A page of somebody who has signed in before, so that the provider lets them in without asking. */
    open: async (query: string, options: BrowserContextOptions = {}): Promise<OpenPage> => {
      const { url, cookies } = installation
      const context = await browser.newContext({ viewport: desktop, locale: 'de-DE', ...options })
      await context.addCookies([...(await cookies())].map(([name, value]) => ({ name, value, url })))
      const opened = await openPage(context, url + query)
      await opened.page.locator('.who').waitFor()
      return opened
    },
  }
}

/** An office screen, and a phone. */
export const desktop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }

/** A page that closes itself at the end of its block, and then fails if the browser had anything to complain about. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page
  readonly complaints: string[]
}

/** Opens an address in a context of its own. */
export async function openPage(context: BrowserContext, address: string): Promise<OpenPage> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address)
  return {
    page,
    complaints,
    [Symbol.asyncDispose]: async () => {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

/** The first start unpacks the browser; one that starts meanwhile finds it half written. */
const mostTries = 10

/** The browser of the tests. */
export async function openBrowser(): Promise<Browser> {
  for (let tries = 1; ; tries += 1)
    try {
      // oxlint-disable-next-line no-await-in-loop -- the tries follow one another
      return await launch()
    } catch (error) {
      if (tries === mostTries) throw error
      // oxlint-disable-next-line no-await-in-loop -- the tries follow one another
      await setTimeout(500)
    }
}

/** `CHROMIUM` names another browser, such as Debian's; without a user of its own it runs without a sandbox. */
async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? (await chromiumPackage.executablePath())
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] })
}
