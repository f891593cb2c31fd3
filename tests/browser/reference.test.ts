import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Document, routesOf } from '../contract/document.ts'
import { desktop, openBrowser, openPage } from './chromium.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let installation: Installation
const url = () => installation.url

beforeAll(async () => {
  ;[browser, installation] = await Promise.all([openBrowser(), startInstallation()])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

it('shows every route of the API, and asks nothing elsewhere', async () => {
  const routes = routesOf(Document.parse(await (await fetch(new URL('/openapi.json', url()))).json()))
  await using opened = await openPage(await browser.newContext({ viewport: desktop }), `${url()}reference`)
  const { page, complaints } = opened
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.reload()
  const text = page.locator('body')
  await expect.poll(() => text.innerText()).toContain('Vertretbar')
  const missing = async () => {
    const told = await text.innerText()
    return routes.filter(({ summary }) => !told.includes(summary)).map(({ name }) => name)
  }
  await expect.poll(missing).toEqual([])
  expect(
    asked
      .map((one) => new URL(one))
      .filter(({ origin, protocol }) => origin !== new URL(url()).origin && protocol !== 'data:'),
  ).toEqual([])
  expect(asked.length).toBeGreaterThan(2)
  // A library in it tries whether it may make code out of text; it may not, and does without.
  const others = complaints.splice(0).filter((one) => !/unsafe-eval|default-src/.test(one))
  expect(others).toEqual([])
})

it('may load more than other pages in nothing but styles', async () => {
  const policies = await Promise.all(
    ['/reference', '/'].map(
      async (path) => (await fetch(new URL(path, url()))).headers.get('Content-Security-Policy') ?? '',
    ),
  )
  const [reference = '', page = ''] = policies
  expect(page).not.toContain('unsafe')
  expect(reference.match(/[\w-]+ [^;]*'unsafe-[a-z]+'/g)).toEqual(["style-src 'self' 'unsafe-inline'"])
})
