/** Either a value, or the facts of why not. Expected "no"s travel as values; only the unexpected is thrown. */
export type Result<Value, No> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: No }

/** A yes with its value. */
export const accept = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

/** A no with its facts. */
export const refuse = <No>(refusal: No): { ok: false; refusal: No } => ({ ok: false, refusal })
