import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { readRegion } from '@vertretbar/domain/read-region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { coverPlanPage } from '@vertretbar/messages/cover-plan-page'
import { kernColours } from '@vertretbar/messages/kern-colours'
import { examples, read } from '@vertretbar/messages/test-mail'
import { coverPlanView } from '@vertretbar/usecases/cover-plan-view'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { findings } from './findings.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 180_000)
afterAll(() => browser?.close())

/** Shows a page to somebody; nothing may be loaded for it, and the browser may not complain. */
async function shown(html: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    const noted: string[] = []
    page.on('console', (message) => noted.push(message.text()))
    page.on('request', (request) => noted.push(request.url()))
    await page.setContent(html)
    await look(page)
    expect(noted).toEqual([])
  } finally {
    await context.close()
  }
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

async function picture(page: Page, name: string): Promise<void> {
  await mkdir(here('screenshots'), { recursive: true })
  const taken = await page.screenshot({ path: here(`screenshots/${name}.png`), fullPage: true })
  expect(taken.length).toBeGreaterThan(10_000)
}

const isTooWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'

const all = Object.values(examples)
const mails = (['de', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [600, 390].map((width) => [`${language} ${colorScheme} ${width}`, { language, colorScheme, width }] as const),
  ),
)

it.each(mails)(
  'a mail can be read by everybody, on a narrow screen as well: %s',
  async (name, { language, colorScheme, width }) => {
    const { html } = read(all, language)
    await shown(html, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
      expect(await findings(page)).toEqual([])
      expect(await page.evaluate(isTooWide)).toBe(false)
      await picture(page, `mail-${name.replaceAll(' ', '-')}`)
    })
  },
)

describe('the cover plan of the district', () => {
  const file = new URL('../../packages/domain/regions/wolfenbuettel.json', import.meta.url)
  const page = async (language: 'de' | 'en'): Promise<string> => {
    const region = readRegion(await readFile(file))
    if (!region.ok) throw new Error(JSON.stringify(region.refusal))
    const index = new RegionIndex(region.value)
    const snapshot = { version: 12, state: 'one', region: region.value, index }
    return coverPlanPage(coverPlanView(snapshot, Date.parse('2026-12-16T02:31:00Z'))('lk-wolfenbuettel'), language)
  }

  it.each([
    ['de', 1366],
    ['en', 390],
  ] as const)('can be read by everybody: %s, %i px', async (language, width) => {
    await shown(await page(language), { viewport: { width, height: 800 } }, async (sheet) => {
      expect(await findings(sheet)).toEqual([])
      expect(await sheet.evaluate(isTooWide)).toBe(false)
      await picture(sheet, `cover-plan-${language}-${width}`)
    })
  })

  it('fits on A4 across', async () => {
    // 297 mm less the margins, at 96 pixels an inch.
    const viewport = { width: Math.floor(((297 - 2 * 12) / 25.4) * 96), height: 700 }
    await shown(await page('de'), { viewport }, async (sheet) => {
      await sheet.emulateMedia({ media: 'print' })
      expect(await sheet.evaluate(isTooWide)).toBe(false)
      const cut =
        "[...document.querySelectorAll('td, th')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length"
      expect(await sheet.evaluate(cut)).toBe(0)
      const printed = await sheet.pdf({ path: here('screenshots/cover-plan.pdf'), preferCSSPageSize: true })
      expect(printed.toString('latin1')).toMatch(/\/MediaBox \[0 0 84[12](?:\.\d+)? 59[45]/)
    })
  })
})

/** The token that each colour is. */
const tokens = {
  ink: 'layout-text-default',
  quiet: 'layout-text-muted',
  paper: 'layout-background-default',
  tint: 'layout-background-hued',
  line: 'decorative-border-default',
  strongLine: 'layout-border',
  action: 'action-default',
  danger: 'feedback-danger',
  dangerTint: 'feedback-danger-background',
  warning: 'feedback-warning',
  warningTint: 'feedback-warning-background',
  plain: 'feedback-default',
  plainTint: 'feedback-default-background',
} as const satisfies Readonly<Record<keyof typeof kernColours.light, string>>

const painted = (token: string): string => `(() => {
  const tag = document.createElement('p')
  tag.style.color = 'var(--kern-color-${token})'
  document.body.append(tag)
  const brush = document.createElement('canvas').getContext('2d')
  brush.fillStyle = getComputedStyle(tag).color
  brush.fillRect(0, 0, 1, 1)
  return '#' + [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part.toString(16).padStart(2, '0')).join('')
})()`

it.each(['light', 'dark'] as const)('the colours are those of KERN, in %s', async (colorScheme) => {
  const fromWeb = createRequire(new URL('../../packages/web/package.json', import.meta.url))
  // Its fonts would be loaded; the tokens need none.
  const style = (await readFile(fromWeb.resolve('@kern-ux/native/dist/kern.css'), 'utf8')).replaceAll(
    /@font-face\s*\{[^}]*\}/g,
    '',
  )
  await shown(`<!doctype html><title>KERN</title><style>${style}</style>`, { colorScheme }, async (page) => {
    const found: (readonly [string, string, unknown])[] = []
    const colours: Readonly<Partial<Record<keyof typeof tokens, string>>> = kernColours[colorScheme]
    for (const [name, token] of Object.entries(tokens)) {
      const colour = Object.entries(colours).find(([one]) => one === name)?.[1]
      // oxlint-disable-next-line no-await-in-loop -- one page paints one colour after the other
      if (colour !== undefined) found.push([name, colour, await page.evaluate(painted(token))])
    }
    expect(found.filter(([, colour, token]) => colour !== token)).toEqual([])
    expect(found).toHaveLength(Object.keys(colours).length)
  })
})
