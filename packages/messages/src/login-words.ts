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
    'So kann ein Konto nicht heißen. Der Name beginnt mit einem Buchstaben oder einer Ziffer und hat höchstens 64 Zeichen: Buchstaben ohne Umlaute, Ziffern, Punkt und Strich.',
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
    'An account cannot have this name. It begins with a letter or a digit and has at most 64 characters: letters without accents, digits, dots and dashes.',
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
