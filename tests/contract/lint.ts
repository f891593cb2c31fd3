import spectral from '@stoplight/spectral-core'
import owasp from '@stoplight/spectral-owasp-ruleset'
import { oas } from '@stoplight/spectral-rulesets'

/** Rules that do not hold here, each with the reason. */
const off = {
  'contact-properties': 'each administration that runs its own edition has its own address',
  'owasp:api8:2023-define-cors-origin': 'page and API have one origin; no other may ask, so none is named',
} as const

/** What a rule says of a place, and why it may: the rule stays for all other places. */
const accepted: readonly { readonly rule: string; readonly at: RegExp; readonly because: string }[] = [
  ...[
    'owasp:api2:2023-read-restricted',
    'owasp:api4:2023-rate-limit',
    'owasp:api4:2023-rate-limit-responses-429',
    'owasp:api8:2023-define-error-responses-401',
    'owasp:api8:2023-define-error-responses-500',
    'owasp:api8:2023-define-error-validation',
  ].map((rule) => ({
    rule,
    at: /^paths\/\/(?:healthz|sign-in)\/get/,
    because: 'it is open to everybody, takes nothing, reads nothing and tells what stands in the configuration',
  })),
  ...[
    'owasp:api2:2023-read-restricted',
    'owasp:api8:2023-define-error-responses-401',
    'owasp:api8:2023-define-error-validation',
  ].map((rule) => ({
    rule,
    at: /^paths\/\/feeds\/\{file\}\/get/,
    because: 'calendars cannot sign in: the secret in the address is the right, and what is wrong with it is not there',
  })),
  {
    rule: 'owasp:api4:2023-rate-limit',
    at: /\/responses\/401\//,
    because: 'nobody is known whose requests could be counted',
  },
  {
    rule: 'owasp:api8:2023-define-error-validation',
    at: /^paths\/\/v1\/(?:region|region\/settings|me|me\/data|feeds|data-protection|exports\/region|audit\/verification)\/get\//,
    because: 'it takes nothing that could be wrong',
  },
  {
    rule: 'owasp:api4:2023-string-restricted',
    at: /^components\/schemas\/(?!Asked)|\/responses\/|^paths\/\/v1\/imports\/post\/requestBody/,
    because:
      'what is told are names, texts and tables of our own, and a file is read as one; what is asked for has its patterns',
  },
]

/** What the rules for OpenAPI documents and those of OWASP for APIs say against a document, and what is accepted idly. */
export async function findingsIn(document: object): Promise<{ readonly open: string[]; readonly idle: string[] }> {
  const linter = new spectral.Spectral()
  const rules = Object.fromEntries(Object.keys(off).map((rule) => [rule, 'off']))
  linter.setRuleset(
    new spectral.Ruleset({
      extends: [
        [oas, 'all'],
        [owasp, 'all'],
      ],
      rules,
    }),
  )
  const found = (await linter.run({ ...document })).map(({ code, path, message }) => ({
    rule: String(code),
    place: path.join('/'),
    message,
  }))
  const isAccepted = (finding: (typeof found)[number]) =>
    accepted.filter(({ rule, at }) => rule === finding.rule && at.test(finding.place))
  const used = new Set(found.flatMap(isAccepted))
  return {
    open: found
      .filter((finding) => isAccepted(finding).length === 0)
      .map(({ rule, place, message }) => `${rule} at ${place}: ${message}`),
    idle: accepted.filter((one) => !used.has(one)).map(({ rule, at }) => `${rule} at ${at}`),
  }
}
