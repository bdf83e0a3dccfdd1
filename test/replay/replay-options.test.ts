import { describe, expect, test } from 'vitest';
import { OptionError, readOptions } from '../../scripts/replay/replay-options.ts';

describe('the command line', () => {
  test('needs no more than a file', () => {
    expect(readOptions(['retail.csv'])).toEqual({
      file: 'retail.csv', selection: { from: '0000-01-01', to: '9999-12-31' }, url: 'http://localhost:4000/graphql', token: undefined, storeCode: 'ONLINE-RETAIL', concurrency: 8,
    });
  });

  test.each<[string[], { from: string; to: string }]>([
    [['--day', '2010-12-01'], { from: '2010-12-01', to: '2010-12-01' }],
    [['--from', '2010-12-01', '--to', '2010-12-31'], { from: '2010-12-01', to: '2010-12-31' }],
    [['--from', '2010-12-01'], { from: '2010-12-01', to: '9999-12-31' }],
  ])('takes %j as days', (args, selection) => {
    expect(readOptions(['retail.csv', ...args])!.selection).toEqual(selection);
  });

  test('asks for help alone', () => {
    expect(readOptions(['--help'])).toBeNull();
  });

  test.each([
    [[]], [['a.csv', 'b.csv']], [['a.csv', '--day', '2010-02-30']], [['a.csv', '--day', 'monday']], [['a.csv', '--day', '2010-12-01', '--to', '2010-12-02']],
    [['a.csv', '--from', '2010-12-02', '--to', '2010-12-01']], [['a.csv', '--concurrency', '0']], [['a.csv', '--concurrency', '2.5']], [['a.csv', '--url', 'localhost:4000']], [['a.csv', '--surprise']],
  ])('refuses %j', (args) => {
    expect(() => readOptions(args)).toThrow(OptionError);
  });
});
