import type { AlertEntry } from './alert-telling.ts'
import type { MailContent } from './mail-content.ts'

/** Lines of mails are no longer than this, but for a word that is (RFC 3676 § 4.2 says why). */
const widest = 72

/** A mail as plain text. */
export const mailPlain = ({ heading, stand, sections, footer, product, url }: MailContent): string =>
  `${[
    [...wrapped(heading, ''), '', ...wrapped(stand, '')],
    ...sections.map((section) => [
      section.heading,
      '-'.repeat(section.heading.length),
      ...section.entries.flatMap((entry) => ['', ...entryLines(entry)]),
    ]),
    ['='.repeat(widest), ...footer.flatMap((line) => wrapped(line, '')), '', `${product}: ${url}`],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`

function entryLines({ title, marks, lines, url }: AlertEntry): string[] {
  const marked = marks.length === 0 ? title : `${title} (${marks.map(({ text }) => text).join(', ')})`
  const [first = '', ...rest] = wrapped(marked, '  ')
  return [`* ${first.trimStart()}`, ...rest, ...lines.flatMap((line) => wrapped(line, '  ')), `  ${url}`]
}

/** Text in lines that are no wider than a mail, each with the indent. */
function wrapped(text: string, indent: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= widest) lines.splice(-1, 1, `${line} ${word}`)
    else lines.push(indent + word)
  }
  return lines
}
