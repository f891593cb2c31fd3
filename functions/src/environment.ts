import * as z from 'zod'

/** What the deployment tells the function that answers HTTP; `infra` must set exactly these names. */
export const ApiEnvironment = z.object({ TABLE: z.string().min(3) }).readonly()
export type ApiEnvironment = z.infer<typeof ApiEnvironment>
