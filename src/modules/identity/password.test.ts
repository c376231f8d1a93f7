import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coarseDevice, callerOf } from './device.ts';
import { commonPasswords } from './common-passwords.ts';
import { isWeakPassword } from './password.ts';

test('passwords that guessing finds first are refused', () => {
  const weak = [
    'short1!',
    'password123',
    'P@ssw0rd2026',
    'Passwort!!!',
    '1234567890',
    '0987654321',
    'abcdefghijk',
    'qwertyuiop',
    'qwertzuiop1',
    'letmein1234',
    'Sommer2026!',
    'aaaaaaaaaaaa',
    'hallohallo1',
    'xyxyxyxyxyxy',
    'iloveyou2024',
    '2026-Schalke',
    'x'.repeat(129),
  ];

  assert.deepEqual(
    weak.filter((password) => !isWeakPassword(password)),
    [],
  );
});

test('a password made of the name or the address is refused', () => {
  assert.ok(isWeakPassword('mira.stern1', ['mira.stern@example.org', 'Mira Stern']));
  assert.ok(isWeakPassword('MiraStern2026', ['mira.stern@example.org', 'Mira Stern']));
  assert.ok(isWeakPassword('example.org!', ['mira@example.org']));
});

test('long and odd passwords are fine, spaces and other scripts too', () => {
  const strong = [
    'lantern-over-quiet-harbour',
    'drei Enten am Ufer 7',
    'kürbis&zimt&nacht',
    'Rz8!qpL2vM',
    'соловьи поют утром',
    '静かな港の灯り2つと船',
  ];

  assert.deepEqual(
    strong.filter((password) => isWeakPassword(password, ['mira@example.org', 'Mira'])),
    [],
  );
});

test('the list of common passwords is worth its name', () => {
  assert.ok(commonPasswords.size > 200);
});

test('of a device only what its owner recognises is kept', () => {
  assert.deepEqual(
    coarseDevice(
      '203.0.113.77',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1',
    ),
    { ip: '203.0.113.0', userAgent: 'Safari on iOS' },
  );
  assert.deepEqual(coarseDevice('2001:db8:1:2:3:4:5:6', 'curl/8'), {
    ip: '2001:db8:1::',
    userAgent: 'Another program',
  });
  assert.deepEqual(coarseDevice('', '').ip, '');
});

test('one household is one caller', () => {
  assert.equal(callerOf('2001:db8:1:2::9'), callerOf('2001:0db8:0001:0002:ffff::1'));
  assert.equal(callerOf('::ffff:203.0.113.7'), callerOf('203.0.113.7'));
  assert.notEqual(callerOf('203.0.113.7'), callerOf('203.0.113.8'));
});
