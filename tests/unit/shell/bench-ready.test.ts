import { expect, test } from 'vitest';
import { createBenchReady } from '../../../electron/shell/bench-ready.ts';

test.each([undefined, '', 'nonsense', 'https://127.0.0.1/', 'http://attacker.example/', 'http://127.0.0.1.attacker.example/', 'file:///etc/passwd'])(
  'nothing but an address of this machine is told of the painted list: %s',
  (address) => {
    expect(createBenchReady(address)).toBeNull();
  },
);
