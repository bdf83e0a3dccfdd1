import type { Caller } from './caller.ts';

const longestName = 80;

/** The name of a device as it will stand in histories; null where the text is none. Not proven by anything: a name, not a right. */
export function deviceName(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const name = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return name === '' ? null : [...name].slice(0, longestName).join('').trim();
}

/** A header holds ASCII only: other letters come percent-encoded. */
export function deviceOfHeader(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  try {
    return deviceName(decodeURIComponent(header));
  } catch {
    return deviceName(header);
  }
}

/** What the token says of the device goes before what the connection says. */
export const onDevice = (caller: Caller, device: string | null): Caller => (caller.device || !device ? caller : { ...caller, device });
