import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Checks } from './checks.ts';

const ASSETS = resolve(import.meta.dirname, '../../assets');

/** Width and height that a PNG's header says (PNG third edition, 11.2.1). */
function sizeOf(png: Buffer): readonly [number, number] {
  assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

const read = (path: string): Buffer => readFileSync(join(ASSETS, path));

/** The pictures of a Windows icon. */
function icoSizes(ico: Buffer): number[] {
  assert.deepEqual([ico.readUInt16LE(0), ico.readUInt16LE(2)], [0, 1]);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
    const [width, height] = sizeOf(ico.subarray(offset, offset + length));
    assert.deepEqual([width % 256, height % 256], [ico.readUInt8(at), ico.readUInt8(at + 1)]);
    return width;
  });
}

/** The pictures of an Apple icon, by their type. */
function icnsSizes(icns: Buffer): Record<string, number> {
  assert.equal(icns.subarray(0, 4).toString('latin1'), 'icns');
  assert.equal(icns.readUInt32BE(4), icns.length);
  const found: Record<string, number> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) found[icns.subarray(at, at + 4).toString('latin1')] = sizeOf(icns.subarray(at + 8))[0];
  return found;
}

/** Checks that every picture is there in the sizes that each system asks for. */
export async function checkIcons(check: Checks['check']): Promise<void> {
  await check('the icon has every size that Linux looks for, and each file is what its name says', () => {
    const files = readdirSync(join(ASSETS, 'icons/png'));
    assert.deepEqual(files.map((file) => Number.parseInt(file, 10)).toSorted((one, other) => one - other), [16, 24, 32, 48, 64, 128, 256, 512]);
    for (const file of files) assert.deepEqual(`${sizeOf(read(`icons/png/${file}`)).join('x')}.png`, file);
    assert.deepEqual(sizeOf(read('icon.png')), [512, 512]);
  });
  await check('the icons of Windows and macOS hold theirs', () => {
    assert.deepEqual(icoSizes(read('icons/icon.ico')), [16, 20, 24, 32, 40, 48, 64, 128, 256]);
    assert.deepEqual(icnsSizes(read('icons/icon.icns')), { icp4: 16, icp5: 32, ic11: 32, icp6: 64, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 });
  });
  await check('the tray has its pictures for each system, bar and density', () => {
    for (const name of ['quiet', 'unread']) {
      for (const bar of ['light', 'dark']) {
        assert.deepEqual([sizeOf(read(`tray/${name}-${bar}.png`))[0], sizeOf(read(`tray/${name}-${bar}@2x.png`))[0]], [22, 44]);
        assert.deepEqual(icoSizes(read(`tray/${name}-${bar}.ico`)), [16, 20, 24, 32, 48]);
      }
      assert.deepEqual([sizeOf(read(`tray/${name}Template.png`))[0], sizeOf(read(`tray/${name}Template@2x.png`))[0]], [18, 36]);
    }
    assert.deepEqual(sizeOf(read('tray/overlay.png')), [32, 32]);
  });
}
