import { Booking, BookingStatus, ConsentSide, ConsentWay, StatementSide } from '@vertretbar/domain/booking'
import type { MasterData } from '@vertretbar/domain/command/master-data'
import { TableKind } from '@vertretbar/domain/table-fault'
import { languages } from '@vertretbar/messages/catalogue'

/** Every option of any command, as the parser wants them. */
export const options = {
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
  key: { type: 'string' },
  replace: { type: 'boolean' },
  kind: { type: 'string' },
  csv: { type: 'string' },
  output: { type: 'string' },
  port: { type: 'string' },
  once: { type: 'boolean' },
  status: { type: 'string' },
  specialist: { type: 'string' },
  authority: { type: 'string' },
  area: { type: 'string' },
  agreement: { type: 'string' },
  'half-days': { type: 'string' },
  mode: { type: 'string' },
  plan: { type: 'string' },
  only: { type: 'string' },
  as: { type: 'string' },
  way: { type: 'string' },
  all: { type: 'boolean' },
  none: { type: 'boolean' },
  done: { type: 'string' },
  'open-cases': { type: 'string' },
  'review-on': { type: 'string' },
  requirement: { type: 'string' },
  need: { type: 'string' },
  'half-day': { type: 'string' },
  year: { type: 'string' },
  address: { type: 'string' },
  role: { type: 'string', multiple: true },
  'deputy-of': { type: 'string', multiple: true },
  language: { type: 'string' },
  'digest-time': { type: 'string' },
  log: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const
export type Option = keyof typeof options

/** What stands after the name of a command. */
export type Operand = 'file' | 'id' | 'list'

/** One of several ways to use a command: what has to be given for it, and what only counts with it. */
interface Way {
  readonly required: readonly Option[]
  readonly optional?: readonly Option[]
}

/** What a command takes; of several ways exactly one. */
export interface CommandShape {
  readonly operands?: readonly Operand[]
  readonly required?: readonly Option[]
  readonly optional: readonly Option[]
  readonly ways?: readonly Way[]
  readonly choices?: Choices
}

/** The words that an option, or the operand `list`, may be. */
export type Choices = Readonly<Partial<Record<Option | 'list', readonly string[]>>>

const everywhere: readonly Option[] = ['json', 'lang', 'help']
const horizon: readonly Option[] = ['today', 'from', 'to']
const stored: readonly Option[] = ['data', 'region-id', ...everywhere]
const onDay: readonly Option[] = ['today', ...stored]
const atOnce: readonly Option[] = ['key', ...onDay]
const previewed: readonly Option[] = ['apply', ...atOnce]

const consenting: Choices = { as: ConsentSide.options }
const timed: readonly Way[] = [{ required: ['to'] }, { required: ['review-on'] }]
const masterLists = [
  'serviceAreas',
  'products',
  'authorities',
  'agreements',
  'specialists',
  'requirements',
] as const satisfies readonly MasterData[]
const memberFields: readonly Option[] = ['specialist', 'deputy-of', 'language', 'digest-time', 'from', 'to']
const gap: CommandShape = { required: ['requirement', 'need', 'half-day'], optional: atOnce }

/** The commands by name, those about one kind of thing under its noun. */
export const commands = {
  validate: { required: ['region'], optional: everywhere },
  gaps: { required: ['region'], optional: [...horizon, ...everywhere] },
  plan: {
    required: ['region'],
    optional: ['time-limit', 'skip-structural', 'explain', 'before', ...horizon, ...everywhere],
  },
  import: { operands: ['file'], optional: ['apply', 'replace', 'kind', ...onDay] },
  export: { optional: ['csv', 'output', ...stored] },
  serve: { optional: ['port', 'log', ...onDay] },
  start: { optional: ['once', 'port', ...onDay] },
  'booking list': { optional: ['status', 'specialist', 'authority', ...onDay] },
  'booking show': { operands: ['id'], optional: onDay },
  'booking request': {
    optional: ['mode', ...atOnce],
    ways: [
      { required: ['plan'], optional: ['only'] },
      { required: ['specialist', 'authority', 'area', 'half-days'], optional: ['agreement'] },
    ],
  },
  'booking consent': {
    operands: ['id'],
    required: ['as'],
    optional: ['half-days', 'way', ...atOnce],
    choices: { as: [...ConsentSide.options, 'both'] },
  },
  'booking refuse': { operands: ['id'], required: ['as'], optional: atOnce, choices: consenting },
  'booking withdraw': { operands: ['id'], optional: atOnce },
  'booking recall': { operands: ['id'], required: ['as'], optional: atOnce, choices: consenting },
  'booking reconcile': {
    operands: ['id'],
    required: ['as'],
    optional: atOnce,
    ways: [{ required: ['half-days'] }, { required: ['all'] }, { required: ['none'] }],
    choices: { as: [...StatementSide.options, 'both'] },
  },
  'booking hand-over': { operands: ['id'], required: ['done'], optional: ['open-cases', ...atOnce] },
  'booking expire': { optional: onDay },
  'absence list': { optional: ['specialist', ...onDay] },
  'absence record': { required: ['specialist', 'from'], optional: previewed, ways: timed },
  'absence change': { operands: ['id'], required: ['from'], optional: previewed, ways: timed },
  'absence end': { operands: ['id'], required: ['to'], optional: previewed },
  'absence withdraw': { operands: ['id'], optional: previewed },
  'gap acknowledge': gap,
  'gap accept-risk': gap,
  'master put': { operands: ['list', 'file'], optional: previewed, choices: { list: [...masterLists, 'head'] } },
  'master remove': { operands: ['list', 'id'], optional: previewed, choices: { list: masterLists } },
  'member list': { optional: onDay },
  'member add': { required: ['address', 'role'], optional: [...memberFields, ...onDay] },
  'member change': { operands: ['id'], optional: ['address', 'role', ...memberFields, ...onDay] },
  'member end': { operands: ['id'], required: ['to'], optional: onDay },
  'member invite': { operands: ['id'], optional: onDay },
  'mail list': { optional: onDay },
  'mail retry': { optional: onDay },
  'person export': { operands: ['id'], optional: onDay },
  'person erase': { operands: ['id'], optional: previewed },
  retention: { optional: ['apply', ...onDay] },
  'data-protection': { optional: everywhere },
  ledger: { optional: ['year', ...onDay] },
  'audit verify': { optional: onDay },
} as const satisfies Readonly<Record<string, CommandShape>>
export type CommandName = keyof typeof commands

/** The words that an option may be, whatever the command. */
export const choices = {
  kind: TableKind.options,
  csv: TableKind.options,
  lang: languages,
  language: languages,
  status: BookingStatus.options,
  way: ConsentWay.options,
  mode: Booking.unwrap().shape.mode.unwrap().options,
} as const satisfies Choices
