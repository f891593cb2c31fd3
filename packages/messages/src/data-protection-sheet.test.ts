import { dataCategories, personalData } from '@vertretbar/domain/personal-data'
import { expect, it } from 'vitest'
import { dataProtectionSheet } from './data-protection-sheet.ts'

it.each(['de', 'en'] as const)(
  'the sheet (%s) has a section for each kind of data, with every field in one',
  (language) => {
    const sheet = dataProtectionSheet(language)
    expect(sheet.match(/^## /gm)).toHaveLength(dataCategories.length)
    const told = [...sheet.matchAll(/`([A-Z]\w+)`: ((?:`[\w.]+`(?:, )?)+)/g)].flatMap(([, schema, fields = '']) =>
      [...fields.matchAll(/`([\w.]+)`/g)].map(([, field]) => `${schema}.${field}`),
    )
    expect(told.toSorted()).toEqual(
      personalData()
        .map(({ schema, field }) => `${schema}.${field}`)
        .toSorted(),
    )
  },
)

/** What the German sheet says of a kind of data. */
const section = (name: string) => dataProtectionSheet('de').split(`## ${name}\n`)[1]?.split('\n## ')[0] ?? ''

it('the sheet tells of each kind who sees it, as the access policy has it', () => {
  expect(section('Abwesenheiten')).toContain(
    '**Wer es sieht:** die Person selbst, Personalverantwortliche (in der eigenen Behörde)\n',
  )
  expect(section('Kürzel und Stelle')).toContain('Koordinierungsstelle (im ganzen Kooperationsraum)')
  expect(section('Schlüssel von Aufträgen')).toContain('**Wer es sieht:** die Person selbst\n')
})
