import type { installationGerman } from './installation-german.ts'

/** Counts a thing in English: one booking, several bookings. */
const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

const megabytes = (bytes: number): string => Math.ceil(bytes / 1_000_000).toLocaleString('en-GB')

/** What the terminal says in English about stored data. */
export const installationEnglish: Readonly<typeof installationGerman> = {
  opening: 'Opening the stored data …',
  buildingPage: 'Building the page …',
  pageBuilt: 'The page was built anew.',
  serving: (url) => `Vertretbar runs at ${url} – Ctrl+C ends it.`,
  mailboxAt: (url) => `E-mails do not leave this machine; read them at ${url} – no mail server is set.`,
  mailGivenUp: (number) =>
    `${count(number, 'e-mail', 'e-mails')} cannot be delivered. What waits and what was not delivered is shown by: vertretbar mail list`,
  noMemberYet:
    'Nobody has access yet. Add the first one, while the application is not running, with: vertretbar member add --address ADDRESS --role coordinator',
  requestFailed: (reason) => `A request failed unexpectedly: ${reason}`,

  dryRun: (file) => `${file}: dry run, nothing was taken over.`,
  applyHint: 'With --apply the file is taken over like this.',
  imported: (file) => `${file} is taken over.`,
  nothingChanges: 'The file changes nothing.',
  keptAt: (path) => `The state before is in ${path}`,
  list: 'What',
  added: 'new',
  changed: 'changed',
  removed: 'removed',
  unchanged: 'unchanged',
  lists: {
    head: 'Region',
    serviceAreas: 'Service areas',
    products: 'Products',
    authorities: 'Authorities',
    agreements: 'Agreements',
    specialists: 'Specialists',
    requirements: 'Minimum staffing',
    absences: 'Absences',
    bookings: 'Bookings',
    refusals: 'Refusals',
    gapMarks: 'Gap marks',
  },
  brokenHeading: (number) => `This breaks ${count(number, 'live booking', 'live bookings')}`,
  whyBroken: 'Why',
  bookingGone: 'booking not in the file',
  written: (path) => `Written: ${path}`,

  cellPlace: (row, column) => (column === undefined ? `Row ${row}` : `Row ${row}, column “${column}”`),
  fileTooLarge: (bytes, maximum) =>
    `This file has ${megabytes(bytes)} MB — at most ${megabytes(maximum)} MB are possible.`,

  dataNoFolder: 'There is a file where a folder should be — please name a folder with --data.',
  dataUnwritable:
    'This folder cannot be worked in — please give yourself the right to read and write there, or name another one with --data.',
  dataForeign: (entry) =>
    `This folder holds “${entry}”, which is not from Vertretbar and stays untouched — please name an empty or new folder with --data.`,
  dataInUse: (pid) =>
    `Another Vertretbar${pid === undefined ? '' : ` (process ${pid})`} is working with these data — please end it there with Ctrl+C, or name another folder with --data.`,
  engineMissing: (platform) =>
    `Vertretbar brings no database for this platform (${platform}) — please start one that speaks DynamoDB, and name its address in the environment variable AWS_ENDPOINT_URL_DYNAMODB.`,
  engineFailed: (detail) =>
    `The database that comes along could not be started (${detail}) — please try again, or name another folder with --data.`,
  storeUnreachable: (reason) =>
    `No DynamoDB answers there (${reason}) — please check that the address is right and the database runs; without this environment variable Vertretbar starts its own.`,
  portTaken: 'Another program listens at this port — please name another one with --port; 0 takes any that is free.',
  portForbidden: 'This port is closed to programs without special rights — please name one from 1024 on with --port.',
  noRegionStored: 'No region is stored here yet — please take one over first: vertretbar import FILE --apply.',
  regionUnknown: (known) => `This region is not stored here — please name one that is: ${known}.`,
  fileOfOtherRegion: (region) =>
    `The file holds another region (${region}) — please leave out --region-id, or give a file of the region you named.`,
  severalRegions: (known) => `Several regions are stored here — please name one of them with --region-id: ${known}.`,
  regionChanging:
    'At each attempt somebody else changed this region at the same time, and nothing was taken over — please try again in a moment.',
  pageNotBuilt: (detail) => `The page could not be built — please mend what the build complains about: ${detail}`,
  settingWrong:
    'This environment variable is missing or has a value that cannot be here — please look up in the README what is possible.',
  issuerUnusable: (reason) =>
    `No identity provider tells there what is needed (${reason}) — please check address and connection; without this environment variable Vertretbar brings its own sign-in.`,
  outputUnwritable: 'This file cannot be written — please name another one with --output.',
}
