import { kind as audit } from './audit.ts'
import { kind as auditSecret } from './audit-names.ts'
import { kind as directory } from './directory.ts'
import { kind as feedToken } from './feed-tokens.ts'
import { unreachable } from './generation.ts'
import { kind as head } from './head.ts'
import { kind as membership } from './identities.ts'
import { kinds } from './items.ts'
import { kind as keyed } from './keyed.ts'
import { kind as lease } from './leases.ts'
import { kind as ledger } from './ledger.ts'
import { kind as mail, waiting } from './mails.ts'
import { kind as night } from './nights.ts'
import { kind as message } from './outbox.ts'
import { kind as job } from './plan-jobs.ts'
import { kind as remains } from './remains.ts'
import { kind as watch } from './watch.ts'

/** Every kind of thing that the table holds, with the schema by which it is read. */
export const storedKinds = [
  ...Object.values(kinds),
  audit,
  auditSecret,
  directory,
  feedToken,
  head,
  job,
  keyed,
  lease,
  ledger,
  mail,
  membership,
  message,
  night,
  remains,
  unreachable,
  waiting,
  watch,
]
