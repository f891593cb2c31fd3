import { parseArgs } from 'node:util'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { type Catalogue, type Language, languages } from '@vertretbar/messages/catalogue'
import * as z from 'zod'

const options = {
  region: { type: 'string' },
  today: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'time-limit': { type: 'string' },
  'skip-structural': { type: 'boolean' },
  once: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const
type Option = keyof typeof options

const everywhere: readonly Option[] = ['json', 'lang', 'help']
const horizon: readonly Option[] = ['region', 'today', 'from', 'to']

/** The options each command takes. */
const commands = {
  validate: ['region', ...everywhere],
  gaps: [...horizon, ...everywhere],
  plan: [...horizon, 'time-limit', 'skip-structural', ...everywhere],
  start: ['once', 'today', ...everywhere],
} as const satisfies Record<string, readonly Option[]>

const CommandName = z.enum(['validate', 'gaps', 'plan', 'start'])
export type CommandName = z.infer<typeof CommandName>

const LanguageName = z.enum(languages)

const TimeLimit = z.coerce.number().positive().max(86_400)

/** A command with its options; dates are still the words that were typed. */
export interface Call {
  readonly command: CommandName
  readonly region: string
  readonly today: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly timeLimitSeconds: number
  readonly skipStructural: boolean
  readonly json: boolean
}

/** What the arguments ask for: a command or the help; or, if they cannot be understood, one sentence on why. */
export function readCommandLine(args: readonly string[], texts: Catalogue): Result<Call | 'help', string> {
  const parsed = parse(args, texts)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (values.help) return accept('help')
  const [name, surplus] = positionals
  if (name === undefined) return refuse(texts.noCommand)
  const command = CommandName.safeParse(name)
  if (!command.success) return refuse(texts.unknownCommand(name))
  if (surplus !== undefined) return refuse(texts.surplusArgument(surplus))
  const allowed: readonly string[] = commands[command.data]
  const foreign = Object.keys(values).find((option) => !allowed.includes(option))
  if (foreign !== undefined) return refuse(texts.unknownOption(`--${foreign}`))
  if (values.lang !== undefined && !LanguageName.safeParse(values.lang).success) return refuse(texts.langWrong)
  const timeLimit = TimeLimit.safeParse(values['time-limit'] ?? 60)
  if (!timeLimit.success) return refuse(texts.timeLimitWrong)
  if (command.data !== 'start' && !values.region) return refuse(texts.regionNeeded)
  return accept({
    command: command.data,
    region: values.region ?? '',
    today: values.today,
    from: values.from,
    to: values.to,
    timeLimitSeconds: timeLimit.data,
    skipStructural: values['skip-structural'] ?? false,
    json: values.json ?? false,
  })
}

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
