import type { Catalogue } from '@vertretbar/messages/catalogue'
import { type Choices, type CommandName, type CommandShape, choices, commands, type Option } from './command-table.ts'
import type { Values } from './typed-words.ts'

/** A command with the words after its name and the values of its options. */
interface Use {
  readonly command: CommandName
  readonly words: readonly string[]
  readonly values: Values
}

type Check = (use: Use, shape: CommandShape, texts: Catalogue) => string | undefined

/** One sentence on the first thing in which a command is not used as it is made; undefined if it is. */
export function misuseOf(use: Use, texts: Catalogue): string | undefined {
  const checks = [surplusWord, foreignOption, missingWord, missingOption, wrongWay, emptyValue, wrongChoice]
  return checks.flatMap((check) => check(use, commands[use.command], texts) ?? []).at(0)
}

const surplusWord: Check = ({ words }, { operands = [] }, texts) => {
  const surplus = words[operands.length]
  return surplus === undefined ? undefined : texts.surplusArgument(surplus)
}

const foreignOption: Check = ({ values }, { required = [], optional, ways = [] }, texts) => {
  const known = [...required, ...optional, ...ways.flatMap((way) => [...way.required, ...(way.optional ?? [])])]
  const foreign = Object.keys(values).find((option) => !known.some((one) => one === option))
  return foreign === undefined ? undefined : texts.unknownOption(`--${foreign}`)
}

const missingWord: Check = ({ command, words }, { operands = [] }, texts) => {
  const missing = operands.find((_, position) => !words[position])
  return missing === undefined ? undefined : texts.operandNeeded(missing, command, operands)
}

const missingOption: Check = ({ values }, { required = [] }, texts) => {
  const missing = required.find((option) => values[option] === undefined)
  return missing === undefined ? undefined : texts.optionNeeded(`--${missing}`)
}

/** The way that is gone is the one of which anything is given; what only counts with another way is foreign to it. */
const wrongWay: Check = ({ values }, { ways = [] }, texts) => {
  if (ways.length === 0) return undefined
  const isGiven = (option: Option): boolean => values[option] !== undefined
  const firsts = named(ways.flatMap(({ required }) => required.slice(0, 1)))
  const [gone, ...others] = ways.filter(({ required }) => required.some(isGiven))
  if (gone === undefined) return texts.oneNeeded(firsts)
  if (others.length > 0) return texts.oneOnly(firsts)
  const missing = gone.required.find((option) => !isGiven(option))
  if (missing !== undefined) return texts.optionNeeded(`--${missing}`)
  const foreign = ways.find((way) => way !== gone && (way.optional ?? []).some(isGiven))
  const option = foreign?.optional?.find(isGiven)
  return foreign === undefined ? undefined : texts.goesWith(`--${option}`, named(foreign.required.slice(0, 1)))
}

const named = (names: readonly Option[]): string => names.map((option) => `--${option}`).join(', ')

/** Nothing may be ticked off; any other value that is empty is a slip. */
const emptyValue: Check = ({ values }, _, texts) => {
  const empty = Object.entries(values).find(([option, value]) => value === '' && option !== 'done')
  return empty === undefined ? undefined : texts.optionValue(`--${empty[0]}`)
}

const wrongChoice: Check = ({ words, values }, shape, texts) => {
  const { list: lists, ...ofOptions }: Choices = { ...choices, ...shape.choices }
  const list = words[(shape.operands ?? []).indexOf('list')]
  if (list !== undefined && lists?.includes(list) === false) return texts.listWrong(list, lists.join(', '))
  const possible = new Map(Object.entries(ofOptions))
  const wrong = Object.entries(values).find(
    ([option, value]) => possible.get(option)?.includes(String(value)) === false,
  )
  return wrong === undefined ? undefined : texts.choiceWrong(`--${wrong[0]}`, (possible.get(wrong[0]) ?? []).join(', '))
}
