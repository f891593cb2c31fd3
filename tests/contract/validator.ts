import { pointerTo } from '@vertretbar/domain/problem'
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** Tells what is wrong with a value by the schema at a place of the document; nothing if it is as described. */
export type Validate = (path: readonly string[], value: unknown) => readonly string[]

const address = 'https://vertretbar.example/openapi.json'

/** A validator of its own make for the schemas of an OpenAPI 3.1 document; a keyword that means nothing throws. */
export function validatorFor(document: object): Validate {
  const ajv = new Ajv2020.default({ strict: true, strictRequired: false, allErrors: true, verbose: true })
  addFormats.default(ajv)
  // The document is no schema itself, it only holds some; a discriminator is a hint, the options say the same.
  for (const part of [...Object.keys(document), 'discriminator']) ajv.addKeyword(part)
  ajv.addSchema(document, address, false, false)
  const compiled = new Map<string, ValidateFunction>()
  return (path, value) => {
    const pointer = pointerTo(path)
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${address}#${encodeURI(pointer)}` })
    compiled.set(pointer, validate)
    return validate(value) ? [] : (validate.errors ?? []).map(described)
  }
}

const described = ({ instancePath, message, data }: ErrorObject): string =>
  `${instancePath} ${message}: ${JSON.stringify(data)?.slice(0, 200)}`
