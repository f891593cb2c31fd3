import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildPage, isPageOutdated, pageFolder } from '@vertretbar/cli/installation/build-page'
import { beforeAll, describe, expect, it } from 'vitest'

beforeAll(async () => {
  if (await isPageOutdated()) expect((await buildPage()).ok).toBe(true)
}, 120_000)

const filesOf = async (ending: string): Promise<string[]> => {
  const names = await readdir(pageFolder, { recursive: true })
  const files = names.filter((name) => name.endsWith(ending)).map((name) => readFile(join(pageFolder, name), 'utf8'))
  return Promise.all(files)
}

describe('the built page', () => {
  it('needs at most 250 kB of script', async () => {
    const bytes = (await filesOf('.js')).reduce((sum, script) => sum + gzipSync(script).length, 0)
    console.log(`script: ${Math.round(bytes / 1000)} kB compressed`)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(250_000)
  })

  it('runs under the policy default-src self: nothing inline, nothing from elsewhere', async () => {
    const [[page = ''], styles] = await Promise.all([filesOf('index.html'), filesOf('.css')])
    expect(page).not.toMatch(/<script(?![^>]*\bsrc="\/)|<style|\bstyle=|\bon\w+=|https?:/)
    expect(styles).not.toHaveLength(0)
    for (const style of styles) expect(style).not.toMatch(/url\(["']?(?:data:|https?:|\/\/)/)
  })
})
