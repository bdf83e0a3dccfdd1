/** Decides how percentages are read and written: basis points inside, decimal text outside. */

/** "12.5" is 1250 basis points. Null where the text is no percentage from 0 to 100 with at most two decimals. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) return null;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > 2) return null;
  const bps = Number(match[1]) * 100 + Number(fraction.padEnd(2, '0'));
  return bps <= 10_000 ? bps : null;
}

/** 1250 basis points are "12.5". */
export function toPercent(bps: number): string {
  const fraction = String(bps % 100).padStart(2, '0').replace(/0+$/, '');
  return `${Math.floor(bps / 100)}${fraction === '' ? '' : `.${fraction}`}`;
}
