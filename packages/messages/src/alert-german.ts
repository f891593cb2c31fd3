import type { AlertWords } from './alert-words.ts'

const figure = (number: number): string => number.toLocaleString('de-DE')

/** Counts a thing in German: 1 Lücke neu, 2 Lücken neu. */
const counted =
  (one: string, many: string) =>
  (number: number): string =>
    `${figure(number)} ${number === 1 ? one : many}`

const people = counted('Person', 'Personen')

/** What is said of alerts in German. */
export const alertsGerman: AlertWords = {
  sections: {
    answer: 'Ihre Antwort ist gefragt',
    statement: 'Bitte bestätigen, was geleistet wurde',
    gaps: 'Neue und größere Lücken',
    due: 'Lücken, die näher rücken',
    cover: 'Neues zu Vertretungen',
    access: 'Zugänge, die noch fehlen',
    ends: 'Was bald endet',
    filled: 'Wieder besetzt',
    urgent: 'Weiterhin dringend',
  },
  kinds: {
    'answer-wanted': 'Antwort erbeten',
    'statement-wanted': 'Bestätigung erbeten',
    'gap-new': 'neu',
    'gap-worse': 'größer geworden',
    'gap-due': 'rückt näher',
    'gap-filled': 'wieder besetzt',
    'gap-urgent': 'weiterhin dringend',
    'access-missing': 'Zugang fehlt',
    'agreement-ends': 'Vereinbarung',
    'authorisation-ends': 'Bestellung oder Vollmacht',
    'software-changes': 'Fachverfahren',
  },
  notices: {
    requested: 'Vertretung angefragt',
    confirmed: 'Vertretung bestätigt',
    'lent-in-house': 'Vertretung im eigenen Haus',
    released: 'nicht alle Halbtage zugesagt',
    reconciled: 'Vertretung abgeglichen',
    declined: 'Anfrage abgelehnt',
    withdrawn: 'Anfrage zurückgezogen',
    expired: 'Anfrage verfallen',
    recalled: 'Vertretung zurückgerufen',
    broken: 'Vertretung weggebrochen',
  },
  severity: { urgent: 'dringend', soon: 'bald', later: 'später' },

  counted: {
    'answer-wanted': counted('Antwort erbeten', 'Antworten erbeten'),
    'statement-wanted': counted('Bestätigung erbeten', 'Bestätigungen erbeten'),
    'gap-new': counted('Lücke neu', 'Lücken neu'),
    'gap-worse': counted('Lücke größer', 'Lücken größer'),
    urgent: (number) => `${figure(number)} dringend`,
    'gap-due': counted('Lücke rückt näher', 'Lücken rücken näher'),
    'access-missing': counted('Zugang fehlt', 'Zugänge fehlen'),
    'agreement-ends': counted('Vereinbarung endet', 'Vereinbarungen enden'),
    'authorisation-ends': counted('Bestellung oder Vollmacht endet', 'Bestellungen oder Vollmachten enden'),
    'software-changes': counted('Fachverfahren wechselt', 'Fachverfahren wechseln'),
    'gap-filled': counted('Lücke wieder besetzt', 'Lücken wieder besetzt'),
    requested: counted('Vertretung angefragt', 'Vertretungen angefragt'),
    confirmed: counted('Vertretung bestätigt', 'Vertretungen bestätigt'),
    'lent-in-house': counted('Vertretung im eigenen Haus', 'Vertretungen im eigenen Haus'),
    released: counted('Vertretung nur zum Teil zugesagt', 'Vertretungen nur zum Teil zugesagt'),
    reconciled: counted('Vertretung abgeglichen', 'Vertretungen abgeglichen'),
    declined: counted('Anfrage abgelehnt', 'Anfragen abgelehnt'),
    withdrawn: counted('Anfrage zurückgezogen', 'Anfragen zurückgezogen'),
    expired: counted('Anfrage verfallen', 'Anfragen verfallen'),
    recalled: counted('Vertretung zurückgerufen', 'Vertretungen zurückgerufen'),
    broken: counted('Vertretung weggebrochen', 'Vertretungen weggebrochen'),
  },
  andMore: 'und Weiteres',
  authorities: counted('Behörde', 'Behörden'),

  missing: (least, most) =>
    least === most
      ? `es ${most === 1 ? 'fehlt' : 'fehlen'} ${people(most)}`
      : `es fehlen ${figure(least)} bis ${people(most)}`,
  forRole: (roles) => `für ${roles}`,
  wanted: 'Vertretung gesucht',
  blocks: (areas) => `Hält auf: ${areas}.`,
  daysLeft: (workingDays) => `Noch höchstens ${counted('Arbeitstag', 'Arbeitstage')(workingDays)}.`,
  lender: (authority) => `Verleihende Stelle: ${authority}.`,
  inHouse: 'Im eigenen Haus.',
  notTakingPlace: 'An diesen Halbtagen findet die Vertretung nicht statt.',
  asked: {
    specialist: 'Gefragt ist die Zusage der Fachkraft.',
    lender: 'Gefragt ist die Zustimmung der verleihenden Stelle.',
  },
  answerBy: (when) => `Antwort bis ${when}, sonst verfällt die Anfrage.`,
  sayWhatWasWorked: 'Die Vertretung ist vorbei; abgerechnet wird, was beide Seiten bestätigen.',
  coverOn: (area, when) => `Vertretung ${area}: ${when}`,
  agreement: 'Vereinbarung',
  noAccess: 'Der Zugang ist noch nicht eingetragen.',
  servesFor: (givers, receivers) => `${givers} für ${receivers}`,
  mutual: (parties) => `${parties}, gegenseitig`,
  lastDay: (when) => `Letzter Tag: ${when}`,
  ofOnePerson: 'Es geht um eine einzelne Person.',
  otherSoftware: 'Danach gilt ein anderes Fachverfahren oder keines.',
}
