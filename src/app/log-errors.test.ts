import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { errorForLog } from './log-errors.ts';

const ofPostgres = (fields: Record<string, string>): Error => {
  const error = Object.assign(Object.create(postgres.PostgresError.prototype), { name: 'PostgresError', ...fields }) as Error;
  return Object.assign(error, { stack: `PostgresError: ${fields['message']}\n    at query (order.queries.ts:1:1)` });
};

describe('an error of the database in the log', () => {
  test('says what, where and which constraint, but nothing of the row', () => {
    const error = ofPostgres({ code: '23514', message: 'new row for relation "orders" violates check constraint "c"', detail: 'Failing row contains (Rosa Klein).', table_name: 'orders', constraint_name: 'c', where: 'Rosa' });
    const logged = errorForLog(error);
    expect(logged).toMatchObject({ type: 'PostgresError', code: '23514', table: 'orders', constraint: 'c', message: expect.stringContaining('check constraint'), stack: '    at query (order.queries.ts:1:1)' });
    expect(JSON.stringify(logged)).not.toContain('Rosa');
  });

  test('does not repeat a value that could not be read', () => {
    expect(JSON.stringify(errorForLog(ofPostgres({ code: '22P02', message: 'invalid input syntax for type integer: "Rosa Klein"' })))).not.toContain('Rosa');
  });
});

describe('another error in the log', () => {
  test('keeps its message, code and stack', () => {
    expect(errorForLog(Object.assign(new Error('no such file'), { code: 'ENOENT' }))).toEqual({ type: 'Error', code: 'ENOENT', message: 'no such file', stack: expect.stringContaining('log-errors.test.ts') });
  });

  test('that is none is named by its type only', () => {
    expect(errorForLog('Rosa Klein')).toEqual({ type: 'string' });
  });
});
