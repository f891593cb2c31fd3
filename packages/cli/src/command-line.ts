import { parseArgs } from 'node:util'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { TableKind } from '@vertretbar/domain/table-fault'
import { type Catalogue, type Language, languages } from '@vertretbar/messages/catalogue'
import * as z from 'zod'

const options = {
  region: { type: 'string' },
  'region-id': { type: 'string' },
  data: { type: 'string' },
  today: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'time-limit': { type: 'string' },
  'skip-structural': { type: 'boolean' },
  explain: { type: 'boolean' },
  before: { type: 'string' },
  apply: { type: 'boolean' },
  replace: { type: 'boolean' },
  kind: { type: 'string' },
  csv: { type: 'string' },
  output: { type: 'string' },
  port: { type: 'string' },
  once: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const
type Option = keyof typeof options

const everywhere: readonly Option[] = ['json', 'lang', 'help']
const horizon: readonly Option[] = ['region', 'today', 'from', 'to']
const stored: readonly Option[] = ['data', 'region-id']

/** The options each command takes; a region file, or a file to import, is asked for where it says so. */
const commands = {
  validate: { options: ['region', ...everywhere], needs: 'region' },
  gaps: { options: [...horizon, ...everywhere], needs: 'region' },
  plan: { options: [...horizon, 'time-limit', 'skip-structural', 'explain', 'before', ...everywhere], needs: 'region' },
  import: { options: ['apply', 'replace', 'kind', 'today', ...stored, ...everywhere], needs: 'file' },
  export: { options: ['csv', 'output', ...stored, ...everywhere], needs: undefined },
  serve: { options: ['port', 'today', ...stored, ...everywhere], needs: undefined },
  start: { options: ['once', 'port', 'today', ...stored, ...everywhere], needs: undefined },
} as const satisfies Record<string, { options: readonly Option[]; needs: 'region' | 'file' | undefined }>

const CommandName = z.enum(['validate', 'gaps', 'plan', 'import', 'export', 'serve', 'start'])
export type CommandName = z.infer<typeof CommandName>

const LanguageName = z.enum(languages)

const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().max(65_535))

/** The options whose values are more than words, each with what it is where it is not given. */
const Valued = z.object({
  'time-limit': z.coerce.number().positive().max(86_400).default(60),
  port: Port.default(8787),
  kind: TableKind.optional(),
  csv: TableKind.optional(),
  lang: LanguageName.optional(),
})

/** A command with its options; dates are still the words that were typed. */
export interface Call {
  readonly command: CommandName
  /** The file that a command reads: a region file, or what is to be imported. */
  readonly file: string
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
  readonly json: boolean
}

/** What the arguments ask for: a command or the help; or, if they cannot be understood, one sentence on why. */
export function readCommandLine(
  args: readonly string[],
  texts: Catalogue,
): Result<Call | 'help' | 'help-on-tables', string> {
  const parsed = parse(args, texts)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const [name, ...operands] = positionals
  if (values.help) return accept(name === 'import' || name === 'export' ? 'help-on-tables' : 'help')
  if (name === undefined) return refuse(texts.noCommand)
  const command = CommandName.safeParse(name)
  if (!command.success) return refuse(texts.unknownCommand(name))
  const { options: allowed, needs } = commands[command.data]
  const surplus = operands[needs === 'file' ? 1 : 0]
  if (surplus !== undefined) return refuse(texts.surplusArgument(surplus))
  const foreign = Object.keys(values).find((option) => !allowed.some((known) => known === option))
  if (foreign !== undefined) return refuse(texts.unknownOption(`--${foreign}`))
  const file = needs === 'file' ? operands[0] : values.region
  if (needs !== undefined && !file) return refuse(needs === 'file' ? texts.fileNeeded : texts.regionNeeded)
  const empty = (['data', 'output', 'region-id', 'before'] as const).find((option) => values[option] === '')
  if (empty !== undefined) return refuse(texts.optionValue(`--${empty}`))
  return callOf(command.data, file ?? '', values, texts)
}

function callOf(command: CommandName, file: string, values: Values, texts: Catalogue): Result<Call, string> {
  const read = Valued.safeParse(values)
  if (!read.success) return refuse(valueWrong(read.error, texts))
  return accept({
    command,
    file,
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
    json: values.json ?? false,
  })
}

function valueWrong(error: z.ZodError, texts: Catalogue): string {
  switch (error.issues[0]?.path[0]) {
    case 'time-limit':
      return texts.timeLimitWrong
    case 'port':
      return texts.portWrong
    case 'lang':
      return texts.langWrong
    default:
      return texts.kindWrong(TableKind.options.join(', '))
  }
}

type Values = Extract<ReturnType<typeof parse>, { ok: true }>['value']['values']

const ParseFault = z.object({ code: z.string().startsWith('ERR_PARSE_ARGS_'), message: z.string() })

function parse(args: readonly string[], texts: Catalogue) {
  try {
    return accept(parseArgs({ args: [...args], options, allowPositionals: true, strict: true }))
  } catch (error) {
    const fault = ParseFault.safeParse(error)
    if (!fault.success) throw error
    // Node quotes the option: "Unknown option '--foo'", "Option '--region <value>' argument missing".
    const option = /'([^']+)'/.exec(fault.data.message)?.[1] ?? ''
    return refuse(fault.data.code.endsWith('UNKNOWN_OPTION') ? texts.unknownOption(option) : texts.optionValue(option))
  }
}

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
