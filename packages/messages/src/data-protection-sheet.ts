import {
  type DataCategory,
  dataCategories,
  type PersonalField,
  personalData,
  viewersOf,
} from '@vertretbar/domain/personal-data'
import type { Language } from './catalogue.ts'
import { dataCategoryWords, sheetWords } from './data-protection-words.ts'

/** The data-protection sheet as Markdown: one section for each kind of data, with the fields that hold it. */
export function dataProtectionSheet(language: Language): string {
  const { title, introduction } = sheetWords[language]
  const fields = Map.groupBy(personalData(), ({ category }) => category)
  const sections = dataCategories.map((category) => section(category, fields.get(category) ?? [], language))
  return `# ${title}\n\n${introduction}\n\n${sections.join('\n\n')}\n`
}

function section(category: DataCategory, fields: readonly PersonalField[], language: Language): string {
  const words = sheetWords[language]
  const { name, purpose, basis, retention } = dataCategoryWords[language][category]
  const bySchema = [...Map.groupBy(fields, ({ schema }) => schema)]
  const rows = bySchema.map(([schema, some]) => `\`${schema}\`: ${some.map(({ field }) => `\`${field}\``).join(', ')}`)
  return [
    `## ${name}`,
    `- **${words.purpose}:** ${purpose}`,
    `- **${words.basis}:** ${basis}`,
    `- **${words.retention}:** ${retention}`,
    `- **${words.viewers}:** ${viewersText(category, language)}`,
    `- **${words.fields}:** ${rows.join('; ')}`,
  ].join('\n')
}

function viewersText(category: DataCategory, language: Language): string {
  const { roles, scopes, oneself } = sheetWords[language]
  // What concerns oneself everybody sees.
  const others = viewersOf(category)
    .filter(({ scope }) => scope !== 'own')
    .map(({ role, scope }) => `${roles[role]} (${scopes[scope]})`)
  return [oneself, ...others].join(', ')
}
