import { createHash } from 'node:crypto';
import { formatMoney, toDecimal } from '../../platform/money.ts';
import type { SandboxChargeState } from './sandbox-protocol.ts';
import type { SandboxChargeRow } from './sandbox.tables.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { display: grid; place-items: center; min-height: 100vh; margin: 0; }
main { box-sizing: border-box; width: min(24rem, 100%); padding: 2rem; text-align: center; }
.note { opacity: .75; overflow-wrap: anywhere; }
.amount { margin: 1rem 0; font-size: 2.5rem; font-weight: 600; }
form { display: grid; gap: .75rem; }
button { padding: .9rem; border: 1px solid; border-radius: .5rem; font: inherit; cursor: pointer; }
button[value=pay] { border-color: #0a6b3d; background: #0a6b3d; color: #fff; }
`;

/** Only this style may apply, nothing is loaded, and the form goes to this server only. */
export const payPagePolicy =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character]!);

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body><main>${content}</main></body>
</html>
`;

const endings = {
  PAID: 'Paid. You can close this page.',
  DECLINED: 'Declined. Nothing was paid.',
  CLOSED: 'The shop has withdrawn this payment. Nothing can be paid any more.',
} as const satisfies Record<Exclude<SandboxChargeState, 'OPEN'>, string>;

const form = `<form method="post">
<button name="outcome" value="pay">Pay</button>
<button name="outcome" value="decline">Decline</button>
</form>`;

/** Where the customer of the sandbox pays or declines, or sees what has become of the charge. */
export function payPage({ number, amount, currency, description, state }: SandboxChargeRow): string {
  const sum = formatMoney({ minor: amount, currency }, 'en');
  return page(`${state === 'OPEN' ? 'Pay' : 'Payment of'} ${sum}`, `
<h1>Test payment</h1>
<p class="note">${escaped(description)}</p>
<p class="amount"><data value="${escaped(toDecimal(amount, currency))}">${escaped(sum)}</data></p>
${state === 'OPEN' ? form : `<p role="status">${endings[state]}</p>`}
<p class="note">Number ${escaped(number)}. No real money moves.</p>
`);
}

export const unknownChargePage = page('No such payment', '<h1>No such payment</h1><p class="note">Check the address, or ask the shop for a new one.</p>');
