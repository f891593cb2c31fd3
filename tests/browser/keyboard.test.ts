import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './chromium.ts'

const { open } = useBrowser()

const payroll = '?lang=de&area=payroll&authority=cremlingen&from=2026-12-14'
const run = 'Gemeinde Cremlingen, Abrechnungslauf, Entgeltabrechnung'

/** What a screen reader says of the element that has the focus. */
const focused = (page: Page) => page.locator(':focus').getAttribute('aria-label')

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- keys are pressed one after the other
  for (const key of keys) await page.keyboard.press(key)
}

it('reaches everything from the skip link on, the board as one stop', async () => {
  await using opened = await open(payroll)
  const { page } = opened
  await page.getByRole('grid').waitFor()
  await press(page, 'Tab')
  expect(await page.locator(':focus').innerText()).toBe('Zum Inhalt springen')
  await press(page, 'Enter', 'Tab')
  expect(await page.locator(':focus').innerText()).toBe('Beste Vertretung planen')
  await page.getByRole('button', { name: 'Als Tabelle' }).focus()
  await press(page, 'Tab')
  expect(await focused(page)).toBe(`${run}, Mo., 14. Dez. 2026, vormittags: keine Lücke.`)
  await press(page, 'Tab')
  expect(await page.getByRole('grid').locator(':focus').count()).toBe(0)
})

it('walks half-days and rows', async () => {
  await using opened = await open(payroll)
  const { page } = opened
  await page.getByRole('gridcell', { name: `${run}, Mo., 14. Dez. 2026, vormittags` }).focus()
  const steps = [
    ['ArrowRight', `${run}, Mo., 14. Dez. 2026, nachmittags: keine Lücke.`],
    ['ArrowRight', `${run}, Di., 15. Dez. 2026, vormittags: keine Lücke.`],
    [
      'ArrowDown',
      'Gemeinde Cremlingen, Freigabe am letzten sicheren Tag, Zahlungsanweisung, Di., 15. Dez. 2026, vormittags: keine Lücke.',
    ],
    [
      'ArrowLeft',
      'Gemeinde Cremlingen, Freigabe am letzten sicheren Tag, Zahlungsanweisung, Mo., 14. Dez. 2026, nachmittags: keine Lücke.',
    ],
    [
      'End',
      'Gemeinde Cremlingen, Freigabe am letzten sicheren Tag, Zahlungsanweisung, So., 10. Jan. 2027: Wochenende.',
    ],
    ['Control+End', 'CR P1, So., 10. Jan. 2027: Wochenende.'],
    ['Home', 'CR P1, Mo., 14. Dez. 2026, vormittags: da.'],
    ['PageUp', 'Mo., 14. Dez. 2026, vormittags: keine Frist.'],
    ['ArrowUp', 'Mo., 14. Dez. 2026, vormittags: keine Frist.'],
    ['ArrowDown', `${run}, Mo., 14. Dez. 2026, vormittags: keine Lücke.`],
  ] as const
  for (const [key, told] of steps) {
    // oxlint-disable-next-line no-await-in-loop -- keys are pressed one after the other
    await press(page, key)
    // oxlint-disable-next-line no-await-in-loop -- keys are pressed one after the other
    await expect.poll(() => focused(page)).toBe(told)
  }
})

it('opens a gap with Enter and comes back to the same half-day with Escape', async () => {
  await using opened = await open(payroll)
  const { page } = opened
  await page.getByRole('gridcell', { name: `${run}, Mo., 14. Dez. 2026, vormittags` }).focus()
  await press(page, ...Array.from({ length: 6 }, () => 'ArrowRight'))
  const short = `${run}, Do., 17. Dez. 2026, vormittags: es fehlt 1 Person, kritisch.`
  await expect.poll(() => focused(page)).toBe(short)
  await press(page, 'Enter')
  await expect.poll(() => page.locator(':focus').innerText()).toMatch(/^Abrechnungslauf: es fehlt 1 Person/)
  await press(page, 'Escape')
  await expect.poll(() => focused(page)).toBe(short)
  expect(await page.getByRole('complementary').count()).toBe(0)
})

it('keeps the half-day with the focus when it is scrolled out of sight', async () => {
  await using opened = await open('?lang=de&span=quarter')
  const { page } = opened
  // Not of the row in the head: that one is always in sight.
  await page.locator('.grid-body').getByRole('gridcell').nth(20).focus()
  const told = await focused(page)
  await page.locator('.grid-scroll').hover()
  await page.mouse.wheel(1500, 3000)
  await expect.poll(() => page.evaluate('document.querySelector(".grid-scroll").scrollTop')).toBeGreaterThan(1000)
  expect(await focused(page)).toBe(told)
  await page.mouse.wheel(-1500, -3000)
  await expect.poll(() => page.evaluate('document.querySelector(".grid-scroll").scrollTop')).toBe(0)
  expect(await focused(page)).toBe(told)
  await page.mouse.wheel(1500, 3000)
  await expect.poll(() => page.evaluate('document.querySelector(".grid-scroll").scrollTop')).toBeGreaterThan(1000)
  await press(page, 'ArrowRight')
  await expect.poll(() => page.evaluate('document.querySelector(".grid-scroll").scrollTop')).toBeLessThan(1000)
})
