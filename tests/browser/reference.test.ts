import { expect, it } from 'vitest'
import { Document, routesOf } from '../contract/document.ts'
import { useBrowser } from './chromium.ts'

const { open, url } = useBrowser()

it('shows every route of the API, and asks nothing elsewhere', async () => {
  const routes = routesOf(Document.parse(await (await fetch(new URL('/openapi.json', url()))).json()))
  await using opened = await open('reference')
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
