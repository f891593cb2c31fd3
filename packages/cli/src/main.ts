#!/usr/bin/env node
import { dateInGermany } from '@vertretbar/domain/calendar'
import { catalogues } from '@vertretbar/messages/catalogue'
import type { Command, Report, Surroundings } from './command.ts'
import { type Call, languageOf, readCommandLine } from './command-line.ts'
import type { CommandName } from './command-table.ts'
import { progressOn } from './progress.ts'
import type { Refusal } from './refusal.ts'

const { stdout, stderr, env } = process
const args = process.argv.slice(2)
const language = languageOf(args, env)
const texts = catalogues[language]

/** Each command is loaded when it is called, so that the others cost it nothing. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  validate: async () => (await import('./validate.ts')).validate,
  gaps: async () => (await import('./gaps.ts')).gaps,
  plan: async () => (await import('./plan.ts')).plan,
  import: async () => (await import('./import.ts')).importFile,
  export: async () => (await import('./export.ts')).exportRegion,
  serve: async () => (await import('./serve.ts')).serve,
  start: async () => (await import('./start.ts')).start,
  'booking list': async () => (await import('./operator/booking-list.ts')).bookingList,
  'booking show': async () => (await import('./operator/booking-list.ts')).bookingShow,
  'booking request': async () => (await import('./operator/booking-commands.ts')).bookingRequest,
  'booking consent': async () => (await import('./operator/booking-commands.ts')).bookingConsent,
  'booking refuse': async () => (await import('./operator/booking-commands.ts')).bookingRefuse,
  'booking withdraw': async () => (await import('./operator/booking-commands.ts')).bookingWithdraw,
  'booking recall': async () => (await import('./operator/booking-commands.ts')).bookingRecall,
  'booking reconcile': async () => (await import('./operator/booking-commands.ts')).bookingReconcile,
  'booking hand-over': async () => (await import('./operator/booking-commands.ts')).bookingHandOver,
  'booking expire': async () => (await import('./operator/booking-expire.ts')).bookingExpire,
  'absence list': async () => (await import('./operator/absence.ts')).absenceList,
  'absence record': async () => (await import('./operator/absence.ts')).absenceRecord,
  'absence change': async () => (await import('./operator/absence.ts')).absenceChange,
  'absence end': async () => (await import('./operator/absence.ts')).absenceEnd,
  'absence withdraw': async () => (await import('./operator/absence.ts')).absenceWithdraw,
  'gap acknowledge': async () => (await import('./operator/gap.ts')).gapAcknowledge,
  'gap accept-risk': async () => (await import('./operator/gap.ts')).gapAcceptRisk,
  'master put': async () => (await import('./operator/master.ts')).masterPut,
  'master remove': async () => (await import('./operator/master.ts')).masterRemove,
  'member list': async () => (await import('./operator/member.ts')).memberList,
  'member add': async () => (await import('./operator/member.ts')).memberAdd,
  'member change': async () => (await import('./operator/member.ts')).memberChange,
  'member end': async () => (await import('./operator/member.ts')).memberEnd,
  'member invite': async () => (await import('./operator/member.ts')).memberInvite,
  'mail list': async () => (await import('./operator/mail.ts')).mailList,
  'mail retry': async () => (await import('./operator/mail.ts')).mailRetry,
  'person export': async () => (await import('./operator/person.ts')).personExport,
  'person erase': async () => (await import('./operator/person.ts')).personErase,
  nightly: async () => (await import('./operator/nightly.ts')).nightly,
  retention: async () => (await import('./operator/retention.ts')).retention,
  'data-protection': async () => (await import('./data-protection.ts')).dataProtection,
  ledger: async () => (await import('./operator/ledger.ts')).ledger,
  'audit verify': async () => (await import('./operator/audit.ts')).auditVerify,
}

const exitCodes = { done: 0, refused: 1, usage: 2 } as const

async function main(): Promise<number> {
  const call = readCommandLine(args, texts)
  if (!call.ok) {
    stderr.write(`${call.refusal}\n${texts.seeHelp}\n`)
    return exitCodes.usage
  }
  if (typeof call.value !== 'string') return carryOut(call.value)
  stdout.write(`${texts.help}\n`)
  if (call.value === 'help-on-tables') {
    const { columnsHelp } = await import('@vertretbar/messages/table-columns')
    stdout.write(`\n${columnsHelp(language)}\n`)
  }
  return exitCodes.done
}

async function carryOut(call: Call): Promise<number> {
  const progress = progressOn(stderr)
  try {
    const command = await commands[call.command]()
    const answer = await command(call, { ...surroundings(), progress })
    progress.end()
    if (!answer.ok) return await refuseWith(answer.refusal, call)
    await using service = answer.value.service
    // Whoever reads the address may end us from then on.
    const stopped = service?.untilStopped()
    await print(answer.value, call)
    await stopped
    return answer.value.isWrong ? exitCodes.refused : exitCodes.done
  } finally {
    progress.end()
  }
}

const surroundings = (): Omit<Surroundings, 'progress'> => ({
  actualToday: dateInGermany(Date.now()),
  language,
  texts,
  page: {
    columns: stdout.isTTY ? stdout.columns : undefined,
    rows: stdout.isTTY ? stdout.rows : undefined,
    isColoured: stdout.isTTY && stdout.hasColors(),
    isOneLine: false,
  },
  complain: (error, sentence) => {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    if (env.VERTRETBAR_DEBUG) console.error(error)
    else stderr.write(`${sentence(reason)}\n`)
  },
  tell: (line) => stderr.write(`${line}\n`),
  environment: env,
  now: () => performance.now(),
  // The clock of `performance` starts with the process, so loading the program counts as work.
  startedAt: 0,
})

async function print({ data, text, isDocument }: Report, { json }: Call): Promise<void> {
  if (isDocument) stdout.write(await text())
  else stdout.write(`${json ? JSON.stringify(data, null, 2) : await text()}\n`)
}

/**
 * `validate` was asked whether the file is right, so with `--json` its no is its answer; to others it is a complaint.
 * The sentences are loaded only when there is something to refuse.
 */
async function refuseWith(refusals: readonly Refusal[], { command, json, file }: Call): Promise<number> {
  const { refusalData, refusalLines } = await import('./refusal.ts')
  const problems = refusalData(refusals, language)
  if (json)
    stdout.write(`${JSON.stringify(command === 'validate' ? { valid: false, problems } : { problems }, null, 2)}\n`)
  if (!json || command !== 'validate') {
    const inside = refusals.find((refusal) => 'pointer' in refusal || 'row' in refusal)
    if (inside !== undefined)
      stderr.write(`${texts.problemsHeading('file' in inside ? inside.file : file, refusals.length)}\n`)
    stderr.write(`${refusalLines(refusals, language)}\n`)
  }
  return exitCodes.refused
}

/** Nobody sees a stack trace who did not ask for it. */
function apologise(error: unknown): void {
  if (env.VERTRETBAR_DEBUG) console.error(error)
  else stderr.write(`${texts.unexpected}\n`)
  process.exitCode = exitCodes.refused
}

process.on('uncaughtException', apologise)
// Whoever reads only the first lines (`| head`) closes the pipe: that is their right and no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  apologise(error)
})

try {
  process.exitCode = await main()
} catch (error) {
  apologise(error)
}
