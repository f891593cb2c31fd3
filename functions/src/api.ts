import { publicApp } from '@vertretbar/api/app'
import { handle } from 'hono/aws-lambda'
import { ApiEnvironment } from './environment.ts'

// Parsed while the function starts: a wrong deployment fails at once, not at the first request that needs the value.
ApiEnvironment.parse(process.env)

/** Lambda entry: answers API Gateway HTTP API events (payload 2.0) with what may be asked without signing in. */
export const handler = handle(publicApp(console.error))
