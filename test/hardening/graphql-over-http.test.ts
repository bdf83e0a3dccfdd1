import { serverAudits } from 'graphql-http';
import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';

const forgery = 'A GET without a header that makes browsers ask first is refused, since any web page can send one in the name of its visitor.';
const wrongIsNot200 = 'A document or variables that cannot be read are answered with 400 under either media type: proxies, logs and clients see the mistake without reading the body.';
/** Recommendations that are not followed, each with the reason. What the specification demands is followed without exception. */
const justified: Readonly<Record<string, string>> = { '5A70': forgery, D6D5: forgery, '6A70': forgery, '572B': wrongIsNot200, FDE2: wrongIsNot200, '7B9B': wrongIsNot200 };

const audits = serverAudits({ url: 'http://unused.invalid/graphql' });

describe('GraphQL over HTTP, as the graphql-http project audits it', () => {
  test('has more than fifty audits, of which those that are excused are no demands', () => {
    expect(audits.length).toBeGreaterThan(50);
    for (const [id, reason] of Object.entries(justified)) {
      expect(reason.length, id).toBeGreaterThan(40);
      expect(audits.find((audit) => audit.id === id)?.name, id).toMatch(/^(SHOULD|MAY) /);
    }
  });

  test.for(audits.map(({ id, name }) => [id, name] as const))('%s: %s', async ([id], { app }) => {
    const audit = serverAudits({ url: app.url, fetchFn: fetch }).find((candidate) => candidate.id === id)!;
    const result = await audit.fn();
    const reason = 'reason' in result ? result.reason : '';
    // Nothing that must hold is ever excused, and no excuse outlives its reason.
    if (id in justified) expect(['notice', 'warn'], reason).toContain(result.status);
    else expect(result.status, reason).toBe('ok');
  });
});
