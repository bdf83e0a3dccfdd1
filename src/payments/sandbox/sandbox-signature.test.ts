import { describe, expect, test } from 'vitest';
import { answerPurpose, callbackPurpose, isAuthentic, nonceOf, requestPurpose, signatureHeaders } from './sandbox-signature.ts';

const secret = 'a secret of the test';
const now = '2026-03-01T09:30:00.000Z';
const message = { purpose: requestPurpose('POST', '/sandbox/charges'), body: Buffer.from('{"number":"260301093000","amount":1592}') };

describe('a signature', () => {
  test('holds for the message it was made for', () => {
    expect(isAuthentic(secret, message, signatureHeaders(secret, message, now), now)).toBe(true);
  });

  test('covers an empty body too', () => {
    const empty = { purpose: requestPurpose('GET', '/sandbox/charges/260301093000'), body: new Uint8Array() };
    expect(isAuthentic(secret, empty, signatureHeaders(secret, empty, now), now)).toBe(true);
    expect(isAuthentic(secret, { ...empty, body: Buffer.from(' ') }, signatureHeaders(secret, empty, now), now)).toBe(false);
  });

  test.each([
    ['another amount', { ...message, body: Buffer.from('{"number":"260301093000","amount":1593}') }],
    ['one more blank', { ...message, body: Buffer.from('{"number":"260301093000", "amount":1592}') }],
    ['another path', { ...message, purpose: requestPurpose('POST', '/sandbox/refunds') }],
    ['another method', { ...message, purpose: requestPurpose('GET', '/sandbox/charges') }],
    ['an answer made of the request', { ...message, purpose: answerPurpose('0'.repeat(32)) }],
    ['a callback made of the request', { ...message, purpose: callbackPurpose }],
  ])('does not hold for %s', (_what, tampered) => {
    expect(isAuthentic(secret, tampered, signatureHeaders(secret, message, now), now)).toBe(false);
  });

  test('does not hold under another secret', () => {
    expect(isAuthentic('another secret', message, signatureHeaders(secret, message, now), now)).toBe(false);
  });

  test.each([
    ['2026-03-01T09:35:00.000Z', true],
    ['2026-03-01T09:35:01.000Z', false],
    ['2026-03-01T09:25:00.000Z', true],
    ['2026-03-01T09:24:59.000Z', false],
    ['1970-01-01T00:00:00.000Z', false],
  ])('made at half past nine, read at %s: %s', (reading, authentic) => {
    expect(isAuthentic(secret, message, signatureHeaders(secret, message, now), reading)).toBe(authentic);
  });

  test('stands and falls with each of its headers', () => {
    const headers: Record<string, string> = signatureHeaders(secret, message, now);
    for (const [name, value] of Object.entries(headers)) {
      const { [name]: _left, ...without } = headers;
      expect(isAuthentic(secret, message, without, now), `without ${name}`).toBe(false);
      expect(isAuthentic(secret, message, { ...headers, [name]: [value, value] }, now), `two of ${name}`).toBe(false);
      const other = (value.startsWith('1') ? '2' : '1') + value.slice(1);
      expect(isAuthentic(secret, message, { ...headers, [name]: other }, now), `another ${name}`).toBe(false);
    }
  });

  test.each(['', 'g'.repeat(64), '00', 'ü'.repeat(64)])('of the wrong form (%j) is refused, not an error', (malformed) => {
    const headers = { ...signatureHeaders(secret, message, now), 'docket-sandbox-signature': malformed };
    expect(isAuthentic(secret, message, headers, now)).toBe(false);
  });

  test('is made with a nonce of its own each time', () => {
    const nonces = new Set(Array.from({ length: 100 }, () => nonceOf(signatureHeaders(secret, message, now))));
    expect(nonces.size).toBe(100);
  });
});
