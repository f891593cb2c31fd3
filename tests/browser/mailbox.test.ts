import { openMailbox as openMailboxAt } from '@vertretbar/cli/installation/mail/mailbox'
import { mailboxSite } from '@vertretbar/cli/installation/mail/mailbox-site'
import { listen } from '@vertretbar/cli/installation/server'
import type { Answer } from '@vertretbar/cli/installation/site'
import { aFolder } from '@vertretbar/cli/test-process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desktop, openBrowser, openPage, phone } from './chromium.ts'
import { findings } from './findings.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let installation: Installation
beforeAll(async () => {
  ;[browser, installation] = await Promise.all([openBrowser(), startInstallation()])
  await recallCover()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

/** A cover that is called back is told at once. */
async function recallCover(): Promise<void> {
  const response = await installation.ask('/v1/bookings/01J0000000000000000000BK01/recalls', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ as: 'lender' }),
  })
  expect([response.status, await response.text()]).toEqual([200, expect.any(String)])
}

async function openMailbox(options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ viewport: desktop, locale: 'de-DE', ...options })
  return openPage(context, installation.mailboxUrl)
}

/** What arrives takes a moment: the page is loaded until it is there. */
async function untilArrived(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.reload()
      return page.getByRole('link', { name: 'Samtgemeinde Sickte' }).count()
    })
    .toBeGreaterThan(0)
}

describe('the mailbox of an installation that nobody set up', () => {
  it('shows the mail of what just happened, as text and as a mail program shows it', async () => {
    await using opened = await openMailbox()
    const { page } = opened
    await untilArrived(page)
    await page.getByRole('link', { name: 'Samtgemeinde Sickte' }).first().click()
    expect(await page.locator('pre').textContent()).toContain('21. Dez. 2026, vormittags')
    const shown = page.frameLocator('iframe').getByRole('heading', { level: 1 })
    expect(await shown.textContent()).toContain('Vertretung')
    const [board] = await Promise.all([
      page.context().waitForEvent('page'),
      page.frameLocator('iframe').getByRole('link').first().click(),
    ])
    expect(new URL(board.url()).origin).toBe(new URL(installation.url).origin)
    const link = await page.locator('pre a').first().getAttribute('href')
    expect(new URL(link ?? '').origin).toBe(new URL(installation.url).origin)
  })

  it('names nobody whose cover it was, in no mail', async () => {
    await using opened = await openMailbox()
    await untilArrived(opened.page)
    const links = await opened.page.getByRole('listitem').getByRole('link').all()
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
    for (const address of addresses) {
      const answer = await fetch(new URL(`${address}/html`, installation.mailboxUrl))
      expect(await answer.text()).not.toMatch(/LK[ -]P1/i)
    }
  })

  it.each([
    ['light', desktop],
    ['dark', desktop],
    ['light', phone],
  ] as const)('can be read by everybody, in %s colours on %o', async (colorScheme, viewport) => {
    await using opened = await openMailbox({ colorScheme, viewport })
    const { page } = opened
    await untilArrived(page)
    expect(await findings(page)).toEqual([])
    await page.getByRole('listitem').getByRole('link').first().click()
    await page.locator('iframe').waitFor()
    expect(await findings(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width)
    await page.getByRole('link', { name: 'Alle E-Mails' }).click()
    await page.getByRole('heading', { name: 'Postfach dieses Rechners' }).waitFor()
  })
})

describe('a mail that means harm', () => {
  it('can do nothing but be seen, within the page and alone', async () => {
    const asked: string[] = []
    await using beacon = await answering((request) => {
      asked.push(request.url)
      return new Response('')
    })
    using folder = aFolder()
    const mailbox = await openMailboxAt(folder.path, Date.now)
    await mailbox.keep(new TextEncoder().encode(harmful(beacon.url)))
    await using served = await answering(mailboxSite(mailbox))
    const context = await browser.newContext({ viewport: desktop, locale: 'de-DE' })
    const page = await context.newPage()
    await page.goto(served.url)
    await page.getByRole('link', { name: 'harm' }).click()
    await page.frameLocator('iframe').getByText('seen').waitFor()
    expect(await page.title()).toBe('harm · Vertretbar')
    await page.getByRole('link', { name: 'Allein anzeigen' }).click()
    await page.getByText('seen').waitFor()
    await page.waitForTimeout(1500)
    expect(page.url()).toMatch(/\/html$/)
    expect(await page.title()).toBe('')
    expect(asked).toEqual([])
    await context.close()
  })
})

/** Whatever a page can do by itself: run, load, send, lead elsewhere. */
const harmful = (elsewhere: string): string => `Subject: harm
Content-Type: text/html

<meta http-equiv="refresh" content="1;url=${elsewhere}/refresh">
<link rel="stylesheet" href="${elsewhere}/style"><style>p { background: url(${elsewhere}/background) }</style>
<p>seen</p><img src="${elsewhere}/image"><iframe src="${elsewhere}/frame"></iframe>
<form action="${elsewhere}/form"><input name="a"></form>
<script>top.document.title = document.title = 'run'; document.forms[0].submit(); fetch('${elsewhere}/fetch')</script>
`

async function answering(answer: Answer) {
  const served = await listen(answer, 0)
  if (!served.ok) throw new Error('no port', { cause: served.refusal })
  return served.value
}
