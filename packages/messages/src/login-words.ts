import type { Language } from './catalogue.ts'

const german = {
  login: 'Bei Vertretbar anmelden',
  noPassword:
    'Diese Anmeldung fragt nach keinem Kennwort. Sie ist zum Ausprobieren auf diesem Rechner gedacht und von außen nicht erreichbar.',
  demoAccounts: 'Beispielzugänge',
  otherAccount: 'Anderes Konto',
  accountName: 'Name des Kontos',
  accountHint:
    'Für alle, die eine Einladung haben: Wählen Sie einen Namen, mit dem Sie sich hier künftig anmelden. Erlaubt sind Buchstaben ohne Umlaute, Ziffern, Punkt und Strich.',
  accountWrong:
    'So kann ein Konto nicht heißen. Bitte beginnen Sie mit einem Buchstaben oder einer Ziffer, und lassen Sie Leerzeichen, Umlaute und andere Zeichen weg; höchstens 64 Zeichen.',
  continue: 'Anmelden',
  logout: 'Abmelden',
  logoutQuestion: 'Möchten Sie sich abmelden?',
  logoutYes: 'Ja, abmelden',
  fault: 'Diese Anmeldung lässt sich nicht fortsetzen.',
  faultAdvice: 'Sie ist abgelaufen oder wurde schon abgeschlossen. Bitte beginnen Sie von vorn.',
  again: 'Zur Anwendung',
}

const english: typeof german = {
  login: 'Sign in to Vertretbar',
  noPassword:
    'This sign-in asks for no password. It is for trying things out on this machine and cannot be reached from outside.',
  demoAccounts: 'Demo accounts',
  otherAccount: 'Another account',
  accountName: 'Name of the account',
  accountHint:
    'For everybody with an invitation: choose a name to sign in with here from now on. Letters without accents, digits, dots and dashes are allowed.',
  accountWrong:
    'An account cannot have this name. Please begin with a letter or a digit, and leave out spaces, accents and other characters; at most 64 characters.',
  continue: 'Sign in',
  logout: 'Sign out',
  logoutQuestion: 'Do you want to sign out?',
  logoutYes: 'Yes, sign out',
  fault: 'This sign-in cannot go on.',
  faultAdvice: 'It has expired or was finished already. Please begin again.',
  again: 'To the application',
}

/** What the pages of the local sign-in say. */
export const loginWords: Readonly<Record<Language, typeof german>> = { de: german, en: english }
