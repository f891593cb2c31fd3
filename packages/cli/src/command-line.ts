import { parseArgs } from 'node:util'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { TableKind } from '@vertretbar/domain/table-fault'
import { type Catalogue, type Language, languages } from '@vertretbar/messages/catalogue'
import * as z from 'zod'
import { type CommandName, type CommandShape, commands, type Operand, options } from './command-table.ts'
import { misuseOf } from './misuse.ts'
import { OptionValues, valueWrong } from './option-values.ts'
import { typedWords, type Values } from './typed-words.ts'

const LanguageName = z.enum(languages)

/** A command with its options; dates, half-days and ids are still the words that were typed. */
export interface Call {
  readonly command: CommandName
  /** The file that a command reads: a region file, or what is to be taken over. */
  readonly file: string
  /** What stands after the name of the command; empty where it takes none. */
  readonly operands: Readonly<Record<Operand, string>>
  readonly regionId: string | undefined
  readonly data: string | undefined
  readonly today: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly timeLimitSeconds: number
  readonly skipStructural: boolean
  /** Whether the reasons of a plan are wanted too. */
  readonly explain: boolean
  /** The file of the plan before. */
  readonly before: string | undefined
  readonly apply: boolean
  readonly replace: boolean
  /** What the rows of a table are, for import and for export. */
  readonly kind: TableKind | undefined
  readonly output: string | undefined
  readonly port: number
  readonly once: boolean
  /** Whether each request is told as a line. */
  readonly log: boolean
  readonly json: boolean
  /** What is said about bookings, absences, gaps, members and the ledger. */
  readonly said: Said
}

/** What was typed, as far as it was; lists are split, numbers are read. */
interface Said {
  readonly specialist: string | undefined
  readonly authority: string | undefined
  readonly area: string | undefined
  readonly agreement: string | undefined
  readonly halfDays: readonly string[] | undefined
  readonly mode: string | undefined
  readonly plan: string | undefined
  readonly only: Read['only']
  readonly key: string | undefined
  readonly status: Read['status']
  readonly as: string | undefined
  readonly way: string | undefined
  /** All half-days that are booked. */
  readonly all: boolean | undefined
  readonly done: Read['done']
  readonly openCases: number | undefined
  readonly reviewOn: string | undefined
  readonly requirement: string | undefined
  readonly need: number | undefined
  readonly halfDay: string | undefined
  readonly year: number | undefined
  readonly address: string | undefined
  readonly roles: readonly string[] | undefined
  readonly deputyOf: readonly string[] | undefined
  readonly language: string | undefined
  readonly digestTime: string | undefined
}

type Read = z.infer<typeof OptionValues>

/** What the arguments ask for: a command or the help; or, if they cannot be understood, one sentence on why. */
export function readCommandLine(
  args: readonly string[],
  texts: Catalogue,
): Result<Call | 'help' | 'help-on-tables', string> {
  const parsed = typedWords(args, texts)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (values.help) return accept(['import', 'export'].includes(positionals[0] ?? '') ? 'help-on-tables' : 'help')
  const named = namedCommand(positionals, texts)
  if (!named.ok) return named
  const { command, words } = named.value
  const misuse = misuseOf({ command, words, values }, texts)
  return misuse === undefined ? callOf(named.value, values, texts) : refuse(misuse)
}

/** A command and the words that stand after its name. */
interface Named {
  readonly command: CommandName
  readonly words: readonly string[]
}

/** A noun that names no command by itself takes the next word with it. */
function namedCommand([noun, ...others]: readonly string[], texts: Catalogue): Result<Named, string> {
  if (noun === undefined) return refuse(texts.noCommand)
  if (isCommand(noun)) return accept({ command: noun, words: others })
  const verbs = Object.keys(commands).flatMap((name) => (name.startsWith(`${noun} `) ? [name.split(' ')[1]] : []))
  if (verbs.length === 0) return refuse(texts.unknownCommand(noun))
  const [verb, ...words] = others
  if (verb === undefined) return refuse(texts.verbNeeded(noun, verbs.join(', ')))
  const name = `${noun} ${verb}`
  return isCommand(name) ? accept({ command: name, words }) : refuse(texts.unknownCommand(name))
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

function callOf({ command, words }: Named, values: Values, texts: Catalogue): Result<Call, string> {
  const read = OptionValues.safeParse(values)
  if (!read.success) return refuse(valueWrong(read.error, texts))
  const operands = operandsOf(command, words)
  return accept({
    command,
    file: operands.file || (values.region ?? ''),
    operands,
    regionId: values['region-id'],
    data: values.data,
    today: values.today,
    from: values.from,
    to: values.to,
    timeLimitSeconds: read.data['time-limit'],
    skipStructural: values['skip-structural'] ?? false,
    explain: values.explain ?? false,
    before: values.before,
    apply: values.apply ?? false,
    replace: values.replace ?? false,
    kind: read.data.kind ?? read.data.csv,
    output: values.output,
    port: read.data.port,
    once: values.once ?? false,
    log: values.log ?? false,
    json: values.json ?? false,
    said: saidBy(values, read.data),
  })
}

function operandsOf(command: CommandName, words: readonly string[]): Call['operands'] {
  const { operands = [] }: CommandShape = commands[command]
  const standing = (operand: Operand): string => words[operands.indexOf(operand)] ?? ''
  return { file: standing('file'), id: standing('id'), list: standing('list') }
}

const saidBy = (values: Values, read: Read): Said => ({
  specialist: values.specialist,
  authority: values.authority,
  area: values.area,
  agreement: values.agreement,
  mode: values.mode,
  plan: values.plan,
  as: values.as,
  way: values.way,
  all: values.all,
  requirement: values.requirement,
  key: read.key,
  status: read.status,
  only: read.only,
  need: read.need,
  done: read.done,
  year: read.year,
  halfDays: read['half-days'],
  halfDay: values['half-day'],
  openCases: read['open-cases'],
  reviewOn: values['review-on'],
  address: values.address,
  roles: values.role,
  deputyOf: values['deputy-of'],
  language: values.language,
  digestTime: values['digest-time'],
})

/** `--lang`, else what the environment prefers, else German; also for arguments that cannot be understood. */
export function languageOf(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const { values } = parseArgs({
    args: [...args],
    options: { lang: options.lang },
    strict: false,
    allowPositionals: true,
  })
  const asked = LanguageName.safeParse(values.lang)
  if (asked.success) return asked.data
  const preferred = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return preferred.toLowerCase().startsWith('en') ? 'en' : 'de'
}
