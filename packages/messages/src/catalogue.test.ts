import { describe, expect, it } from 'vitest'
import { catalogues, languages } from './catalogue.ts'

describe.each(languages)('in %s', (language) => {
  const texts = catalogues[language]

  it.each(['fileMissing', 'fileUnreadable', 'reading'] as const)('%s fits a table as well', (name) => {
    expect(texts[name]).not.toMatch(/Regionsdatei|region file/)
  })

  it('after something unexpected nobody is told that nothing was stored: an answer may have got lost', () => {
    expect(texts.unexpected).not.toMatch(/nichts|nothing/)
    expect(texts.unexpected).toMatch(/vor dem nächsten Versuch|before the next attempt/)
  })
})
