import { accept, type Result, refuse } from './result.ts'

/** The text of bytes in UTF-8, without a byte order mark; or the place of the first byte that is none. */
export function readUtf8(bytes: Uint8Array): Result<string, number> {
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse(firstBrokenByte(bytes))
  }
}

/** Halves the text until the first byte that no longer decodes is found. */
function firstBrokenByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return good
}
