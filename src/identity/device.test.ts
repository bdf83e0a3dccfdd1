import { expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { deviceName, deviceOfHeader, onDevice } from './device.ts';

test.each([
  ['iPad 3', 'iPad 3'], ['  till \t\n two ', 'till two'], ['收银台', '收银台'], ['a\0b\u202ec', 'a b c'], ['', null], [' \n ', null], [7, null], [undefined, null], ['x'.repeat(200), 'x'.repeat(80)],
])('the device %j is called %j', (text, name) => {
  expect(deviceName(text)).toBe(name);
});

test.each([
  ['iPad 3', 'iPad 3'], [encodeURIComponent('收银台 2'), '收银台 2'], ['100%', '100%'], [['a', 'b'], null], [undefined, null],
])('the header %j names %j', (header, name) => {
  expect(deviceOfHeader(header)).toBe(name);
});

test('a token that names a device is believed before the connection', () => {
  const caller: Caller = { role: 'STAFF', personId: 'p', subject: 's', name: null, expiresAt: 1 };
  expect([onDevice(caller, 'iPad').device, onDevice({ ...caller, device: 'Till' }, 'iPad').device, onDevice(caller, null).device]).toEqual(['iPad', 'Till', undefined]);
});
