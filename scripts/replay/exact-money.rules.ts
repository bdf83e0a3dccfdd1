/** Reads, sums and writes the file's money exactly: whole thousandths of a pound, because a few of its prices have three decimals. */
export type Thousandths = bigint;

const decimal = /^(-?)(\d+)(?:\.(\d*))?$/;

/** "2.55" is 2550. Null where the text is no decimal, or finer than a thousandth. */
export function parseThousandths(text: string): Thousandths | null {
  const match = decimal.exec(text);
  if (!match) return null;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > 3) return null;
  const amount = BigInt(match[2]! + fraction.padEnd(3, '0'));
  return match[1] ? -amount : amount;
}

export const isWholePennies = (amount: Thousandths): boolean => amount % 10n === 0n;

/** 2550 is "2.55", 1 is "0.001": two decimals, and the third only where there is one. */
export function toDecimalText(amount: Thousandths): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(4, '0');
  const fraction = digits.slice(-3);
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -3)}.${isWholePennies(amount) ? fraction.slice(0, 2) : fraction}`;
}
