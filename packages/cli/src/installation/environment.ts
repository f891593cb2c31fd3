/** Where the AWS SDK looks for DynamoDB; set by whoever brings an engine of their own. */
export const endpointVariable = 'AWS_ENDPOINT_URL_DYNAMODB'

/** The endpoint that the environment names, if it names one. */
export const namedEndpoint = (): string | undefined => process.env[endpointVariable] || undefined

/** Points the SDK of this process at an engine of ours, which believes any credentials. */
export function useEngine(endpoint: string): void {
  process.env[endpointVariable] = endpoint
  // The SDK passes over the variables below as long as a profile is named.
  delete process.env.AWS_PROFILE
  delete process.env.AWS_SESSION_TOKEN
  Object.assign(process.env, localIdentity)
}

/** Engines for development ask for a region and credentials as AWS does, and believe any: none need be set up. */
export function completeEnvironment(endpoint: string): void {
  const isLocal = isLoopback(URL.parse(endpoint)?.hostname ?? '')
  const { AWS_REGION, ...credentials } = localIdentity
  process.env.AWS_REGION ||= process.env.AWS_DEFAULT_REGION || AWS_REGION
  if (isLocal && !process.env.AWS_ACCESS_KEY_ID && !process.env.AWS_PROFILE) Object.assign(process.env, credentials)
}

const localIdentity = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }

/** Whether the host of an address is this machine, reached without any network. */
export const isLoopback = (hostname: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
