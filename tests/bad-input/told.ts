import type { Problem } from '@vertretbar/domain/problem'
import type { Language } from '@vertretbar/messages/catalogue'

/** How facts are told that are codes to a programme; every other fact is told as it is. */
const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'expected text': { de: 'ein Text in Anführungszeichen', en: 'a text in quotation marks' },
  'expected integer': { de: 'eine ganze Zahl', en: 'a whole number' },
  'expected boolean': { de: 'true (ja) oder false (nein)', en: 'true or false' },
  'expected list': { de: 'eine Liste in eckigen Klammern', en: 'a list in square brackets' },
  'expected object': { de: 'ein Objekt in geschweiften Klammern', en: 'an object in braces' },
  'format date': { de: 'ein Tag, den es im Kalender gibt, geschrieben wie 2026-12-07', en: 'like 2026-12-07' },
  'format half-day': { de: '2026-12-07/am (vormittags)', en: '2026-12-07/pm (afternoon)' },
  'format id': { de: 'Kleinbuchstaben ohne Umlaute', en: 'small letters from a to z and digits' },
  'format name': { de: 'eine einzige Zeile ohne spitze Klammern', en: 'a single line without angle brackets' },
  'format official-key': { de: '5, 8, 9 oder 12 Ziffern', en: '5, 8, 9 or 12 digits' },
  'of characters': { de: 'ein Text von ', en: 'a text of ' },
  'of entries': { de: 'eine Liste von ', en: 'a list of ' },
  'of value': { de: '', en: '' },
  'code too-small': { de: 'mindestens', en: 'at least' },
  'code too-large': { de: 'höchstens', en: 'at most' },
  'to authority': { de: 'Behörde', en: 'authority' },
  'to area': { de: 'Fachbereich', en: 'service area' },
  'to role': { de: 'Funktion', en: 'role' },
  'to product': { de: 'Fachverfahren', en: 'product' },
  'to agreement': { de: 'Vereinbarung', en: 'agreement' },
  'to specialist': { de: 'Fachkraft', en: 'specialist' },
  'to need': { de: 'Bedarf', en: 'need' },
  'halfDay 2026-12-21/am': { de: 'am Mo., 21. Dez. 2026, vormittags', en: 'Mon, 21 Dec 2026, morning' },
}

/** The facts that say what would be right, and so stand behind the dash. */
const remedies: ReadonlySet<string> = new Set('code expected format allowed known levels of minimum maximum'.split(' '))

/** What a sentence on a problem must contain: somewhere, and behind its dash. */
export function told(problem: Problem, language: Language): Readonly<Record<'anywhere' | 'behindDash', string[]>> {
  const facts = Object.entries(problem).filter(([fact]) => {
    if (fact === 'code') return `code ${problem.code}` in words
    // The words that a text may be say more than that it is a text.
    return fact !== 'pointer' && !(fact === 'expected' && 'allowed' in problem)
  })
  const texts = ([fact, value]: [string, unknown]): string[] =>
    [value].flat().map((one) => words[`${fact} ${String(one)}`]?.[language] ?? String(one))
  return {
    anywhere: facts.filter(([fact]) => !remedies.has(fact)).flatMap(texts),
    behindDash: facts.filter(([fact]) => remedies.has(fact)).flatMap(texts),
  }
}
