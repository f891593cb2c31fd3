/** Markup in which nothing needs to be escaped any more. */
export interface Markup {
  readonly markup: string
}

type Value = string | number | Markup | readonly Markup[]

/** Markup from a template: text in it is escaped, markup stays as it is, and of a list one follows the other. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup => ({
  markup: String.raw({ raw: parts }, ...values.map(markupOf)),
})

function markupOf(value: Value): string {
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML, between tags and in attributes. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
