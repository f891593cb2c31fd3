import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Booking } from '@vertretbar/domain/booking'
import { Plan } from '@vertretbar/domain/plan'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { filledFolders, processes, sampleFile, vertretbar } from './test-process.ts'

const day = ['--today', '2026-11-23']
/** In the reference region: lk-p1 covers in Sickte on 21 December, lk-p7 is asked for in Elm-Asse on the 18th. */
const cover = '01J0000000000000000000BK01'
const request = '01J0000000000000000000BK03'

const filled = filledFolders()
let folder: ReturnType<typeof filled>
beforeEach(() => {
  folder = filled()
})
afterEach(() => folder[Symbol.dispose]())

const call = (line: string, ...further: readonly string[]) =>
  vertretbar([...line.split(' '), ...folder.data, ...(line.includes('--today') ? [] : day), ...further])

const Bookings = z.object({ bookings: z.array(Booking) })

/** The bookings that a call tells as data. */
async function bookingsOf(line: string): Promise<readonly Booking[]> {
  const { stdout } = await call(line, '--json')
  return Bookings.parse(JSON.parse(stdout)).bookings
}

/** The plan of the reference region as `plan --json` prints it, made once. */
let printed = ''
beforeAll(async () => {
  printed = (await vertretbar(['plan', '--region', sampleFile, ...day, '--json'])).stdout
}, processes.timeout)

/** A plan in a file beside the data. */
function planFile(text = printed): { file: string; plan: Plan } {
  const file = join(folder.beside, 'plan.json')
  writeFileSync(file, text)
  return { file, plan: Plan.parse(JSON.parse(text)) }
}

describe('a printed plan', processes, () => {
  it('is requested whole, and what was answered on the telephone confirms it', async () => {
    const { file, plan } = planFile()
    const asked = await bookingsOf(`booking request --plan ${file} --mode remote`)
    const covers = asked.map(({ specialist, authority, area, agreement, halfDays }) => ({
      specialist,
      authority,
      area,
      agreement,
      halfDays,
    }))
    expect(new Set(covers)).toEqual(new Set(plan.assignments))
    expect(asked.every(({ status, mode }) => status === 'requested' && mode === 'remote')).toBe(true)

    const said = await call(`booking consent ${asked[0]?.id} --as both`)
    expect(said.stdout).toMatch(/Die Zustimmung ist festgehalten[\s\S]+Stand\s+bestätigt/)
    expect(said.stdout).toMatch(
      /Zustimmung \(Fachkraft\)\s+.+ – telefonisch, festgehalten von operator am Mo\., 23\. Nov\. 2026/,
    )
    expect(await bookingsOf('booking list --status confirmed')).toHaveLength(3)

    const again = await call(`booking request --plan ${file} --only 2,1`, '--json')
    expect(again.status).toBe(1)
    expect(JSON.parse(again.stdout)).toMatchObject({
      problems: [1, 2].map((proposal) => ({
        code: 'barred',
        proposal,
        halfDays: plan.assignments[proposal - 1]?.halfDays.map((halfDay) => ({ halfDay })),
      })),
    })
    expect(again.stderr).toMatch(/^Vorschlag 2 \(\S+ → .+\): Nicht buchbar: .+ \(nicht verfügbar.+ — bitte lassen Sie/m)
    expect(await bookingsOf('booking list')).toHaveLength(3 + asked.length)
  })

  it('is requested in part, but for numbers that it does not have', async () => {
    const { file, plan } = planFile()
    const last = plan.assignments.length
    const beyond = await call(`booking request --plan ${file} --only 1,${last + 1}`)
    expect(beyond.status).toBe(1)
    expect(beyond.stderr).toContain(
      `--only: Den Vorschlag ${last + 1} gibt es in diesem Plan nicht — bitte nennen Sie Nummern von 1 bis ${last}.`,
    )
    const asked = await bookingsOf(`booking request --plan ${file} --only ${last}`)
    expect(asked).toMatchObject([{ ...plan.assignments.at(-1), mode: 'on-site' }])
  })

  it('that names an area nobody has is refused with the places in its own list', async () => {
    const { file, plan } = planFile(printed.replaceAll('"area": "procurement"', '"area": "it"'))
    const number = plan.assignments.findIndex(({ area }) => area === 'it') + 1
    expect(number).toBeGreaterThan(1)
    const { status, stderr } = await call(`booking request --plan ${file} --only ${number}`)
    expect(status).toBe(1)
    expect(stderr).toContain(`${file}: 1 Fehler, nichts wurde übernommen.`)
    expect(stderr).toContain(
      `/assignments/${number - 1}/area: Den Fachbereich „it“ gibt es in dieser Region nicht — bitte`,
    )
  })
})

const proposal =
  'booking request --specialist lk-p1 --authority sg-sickte --area payroll --half-days 2026-12-22/am,2026-12-21/pm'

describe('one cover', processes, () => {
  it('is confirmed for what both agreed to, the rest is free, and what has not begun can be recalled', async () => {
    const [asked] = await bookingsOf(proposal)
    expect(asked).toMatchObject({ agreement: 'payroll-pool', mode: 'on-site', requestedBy: 'operator' })
    const id = asked?.id
    await call(`booking consent ${id} --as lender --way deputy`)
    const twice = await call(`booking consent ${id} --as both`)
    expect(twice.stderr).toContain(`${id}: Die verleihende Stelle hat schon zugestimmt — `)
    const agreed = await call(`booking consent ${id} --as specialist --half-days 2026-12-21/pm`)
    expect(agreed.stdout).toMatch(/Wann\s+Mo\., 21\. Dez\. 2026, nachmittags\n\s+Stand\s+bestätigt/)
    expect(agreed.stdout).toMatch(/Ausgeschieden\s+Di\., 22\. Dez\. 2026, vormittags – abgelehnt/)
    expect(agreed.stdout).toMatch(/\(verleihende Stelle\)\s+.+ – durch die Stellvertretung/)

    const recalled = await call(`booking recall ${id} --as specialist`)
    expect(recalled.stdout).toMatch(/Zurückgerufen[\s\S]+Stand\s+beendet \(zurückgerufen\)/)
  })

  it('is refused half-day by half-day, with all that bars it', async () => {
    const { status, stderr } = await call(proposal.replace('2026-12-22/am', '2026-12-01/am,2026-12-14/am'))
    expect(status).toBe(1)
    expect(stderr).toContain(
      'lk-p1: Nicht buchbar: Di., 1. Dez. 2026, vormittags; Mo., 14. Dez. 2026, vormittags (dort fehlt niemand) — ',
    )
  })

  it('under one key is asked for once, and the key serves nothing else', async () => {
    const first = await bookingsOf(`${proposal} --key a1`)
    expect(await bookingsOf(`${proposal} --key a1`)).toEqual(first)
    const other = await call(`booking withdraw ${first[0]?.id} --key a1`)
    expect(other.status).toBe(1)
    expect(other.stderr).toContain('Unter diesem Schlüssel ist schon etwas anderes gespeichert — ')
  })

  it('tells wrong half-days one by one, and names that nobody has', async () => {
    const { status, stderr } = await call(proposal.replace('2026-12-22/am', '2026-02-30/am').replace('lk-p1', 'LK'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/^--specialist: Dieser Text passt hier nicht — /m)
    expect(stderr).toMatch(/^--half-days 2026-02-30\/am: .+ — richtig ist ein Halbtag, den es im Kalender gibt/m)
    expect((await call('booking list --authority elm')).stderr).toMatch(
      /^--authority: Die Behörde „elm“ gibt es in dieser Region nicht — /m,
    )
  })
})

describe('a request', processes, () => {
  it('shows what is open of it, notes its hand-over, and ends with a refusal', async () => {
    const shown = await call(`booking show ${request}`)
    expect(shown.stdout).toMatch(/Antwort bis\s+Do\., 17\. Dez\. 2026, 17:00 Uhr/)
    expect(shown.stdout).toMatch(/Zustimmung \(Fachkraft\)\s+steht aus/)
    expect(shown.stdout).toMatch(/Zugang\s+Abrechnungsverfahren A, zu beantragen bis/)
    const noted = await call(`booking hand-over ${request} --done contacts,open-cases --open-cases 2`)
    expect(noted.stdout).toMatch(/Übergabe, offen\s+access payroll-a\n\s+Übergabe, erledigt\s+contacts, open-cases\n/)
    expect(noted.stdout).toMatch(/Offene Fälle\s+2\n/)
    const refused = await call(`booking refuse ${request} --as lender --lang en`)
    expect(refused.stdout).toMatch(/The refusal is recorded[\s\S]+Status\s+ended \(declined\)/)
  })

  it('ends when nobody answers in time, and only then', async () => {
    expect((await call('booking expire --today 2026-12-16')).stdout).toContain('Keine Anfrage ist verfallen')
    const ended = await bookingsOf('booking expire --today 2026-12-18')
    expect(ended).toMatchObject([{ id: request, status: 'ended', reason: 'expired' }])
  })
})

describe('a cover that is over', processes, () => {
  const after = '--today 2027-01-04'

  it('settles once both say the same, and a correction takes it back', async () => {
    expect(await bookingsOf(`booking reconcile ${cover} --as lender --none ${after}`)).toMatchObject([
      { status: 'done' },
    ])
    const settled = await bookingsOf(`booking reconcile ${cover} --as both --all ${after}`)
    expect(settled).toMatchObject([{ status: 'reconciled', worked: { lender: { halfDays: ['2026-12-21/am'] } } }])
    const { stdout } = await call(`ledger --year 2026 ${after}`)
    // 39 hours a week in ten half-days, at 61.50 EUR an hour.
    expect(stdout).toMatch(
      /Landkreis Wolfenbüttel\s+Samtgemeinde Sickte\s+Personalabrechnung\s+4\s+1\s+3:54\s+239,85 EUR\n\s+Summe\s+1\s+3:54\s+239,85 EUR/,
    )
    await call(`booking reconcile ${cover} --as both --none ${after}`)
    const corrected = await call(`ledger --year 2026 ${after}`, '--json')
    expect(JSON.parse(corrected.stdout)).toEqual({
      year: 2026,
      balances: [expect.objectContaining({ giver: 'lk-wolfenbuettel', halfDays: 0, minutes: 0, cents: 0 })],
    })
  })

  it('is nothing that can be said beforehand', async () => {
    const early = await call(`booking reconcile ${cover} --as both --all`)
    expect(early.stderr).toContain(`${cover}: Der Stand dieser Vertretung ist „bestätigt“, `)
  })
})

it('a wrong call ends with 2, one sentence and where there is help', processes, async () => {
  const { status, stdout, stderr } = await call('booking refuse a --as both')
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: '--as kann eines davon sein: specialist, lender.\nHilfe zeigt: vertretbar --help\n',
  })
})
