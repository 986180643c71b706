import { chart } from './chart.ts';
import { cell, hash, layered, noise } from './noise.ts';
import { ramps, shade } from './palette.ts';
import type { Canvas } from './png.ts';

const WIDTH = 1200;
const HEIGHT = 675;

function paint(palette: readonly number[], at: (x: number, y: number) => number): Canvas {
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) for (let x = 0; x < WIDTH; x += 1) pixels[y * WIDTH + x] = at(x, y);
  return { width: WIDTH, height: HEIGHT, pixels, palette };
}

/** Leach ponds from above: rounded pools in laterite, forest in one corner. */
function ponds(seed: number): Canvas {
  const turn = (hash(seed, 1, 5) - 0.5) * 0.9;
  const palette = ramps([[0x5d4a3a, 0xb59a7c], [0x1f5566, 0x5f9fae], [0x2d6b62, 0x8cc0a8], [0x3d5f80, 0x84a9c4], [0x8f8a6a, 0xd8d2ae], [0x1d2a1c, 0x586f48], [0x6f5a44, 0xd9c8ac]]);
  return paint(palette, (x, y) => {
    const warp = layered(x / 210, y / 210, seed, 2) - 0.5;
    const u = (x * Math.cos(turn) - y * Math.sin(turn)) / 118 + warp * 0.9;
    const v = (x * Math.sin(turn) + y * Math.cos(turn)) / 92 + warp * 0.7;
    const grain = noise(x / 3, y / 3, seed + 3);
    const wood = layered(x / 260, y / 260, seed + 40, 3) + (x / WIDTH - 0.5) * 0.5 - (y / HEIGHT - 0.5) * 0.2;
    if (wood > 0.68) return shade(5, 0.15 + 0.6 * layered(x / 14, y / 14, seed + 9, 3) + 0.2 * grain);
    const pool = cell(u, v, seed, 0.55);
    const kind = pool.name % 9;
    if (kind > 6 || pool.border < 0.11) return shade(0, 0.2 + 0.5 * layered(x / 40, y / 40, seed + 21, 3) + 0.25 * grain);
    if (pool.border < 0.17) return shade(6, 0.45 + 0.4 * pool.dy + 0.2 * grain);
    return shade(1 + (kind % 4), 0.35 + 0.6 * noise(u * 1.2, v * 1.2, seed + 2) - 0.25 * Math.exp(-(pool.border - 0.17) * 9) + 0.04 * grain);
  });
}

/** An open pit: benches down to a green lake, haul road on one side. */
function pit(seed: number): Canvas {
  const palette = ramps([[0x3b2a20, 0xc79a6d], [0x54483e, 0xcbbba6], [0x1b4a4c, 0x5ea39a], [0x8a7a66, 0xe6d9c4]]);
  const cx = 560 + 120 * hash(seed, 2, 1);
  const cy = 340 + 50 * hash(seed, 3, 1);
  return paint(palette, (x, y) => {
    const dx = (x - cx) / 1.35;
    const dy = y - cy;
    const angle = Math.atan2(dy, dx);
    const r = Math.hypot(dx, dy) * (1 + 0.34 * (layered(Math.cos(angle) * 1.6 + 5, Math.sin(angle) * 1.6 + 5, seed, 3) - 0.5));
    const grain = noise(x / 2.5, y / 2.5, seed + 4);
    if (r < 62) return shade(2, 0.35 + 0.5 * noise(x / 60, y / 30, seed) + 0.1 * Math.sin(y / 2.2 + noise(x / 20, y / 20, seed) * 8) * 0.5);
    const step = (r - 62) / 31 + angle * 0.16;
    const inner = step - Math.floor(step);
    const sun = 0.5 + 0.35 * Math.cos(angle - 2.3);
    if (r > 330) return shade(1, 0.35 + 0.4 * layered(x / 90, y / 90, seed + 6, 4) + 0.2 * grain);
    if (inner < 0.3) return shade(3, 0.4 + 0.35 * sun + 0.15 * grain);
    return shade(0, 0.1 + 0.55 * sun * (1 - 0.5 * inner) + 0.25 * layered(x / 30, y / 12, seed + 8, 2) + 0.1 * grain);
  });
}

/** A polished section under the microscope: magnet grains with bright boundaries. */
function grains(seed: number): Canvas {
  const cold = seed % 2 === 0;
  const palette = ramps(cold ? [[0x20262e, 0x6e7c8c], [0x2d3540, 0x8d9aa8], [0x3b4450, 0xaab4bf], [0xa6b0bc, 0xf4f7fa], [0x0d1014, 0x2a3038]] : [[0x3a2c22, 0x94755a], [0x4b3a2c, 0xb39472], [0x2f241d, 0x7d624c], [0xcdb58f, 0xfff3da], [0x120d0a, 0x30251d]]);
  return paint(palette, (x, y) => {
    const bend = noise(x / 46, y / 46, seed) * 0.5;
    const grain = cell(x / 66 + bend, y / 66 + bend, seed, 0.95);
    const dust = noise(x / 1.7, y / 1.7, seed + 5);
    const rim = 0.035 + 0.05 * noise(x / 90, y / 90, seed + 8);
    if (grain.border < rim) return shade(3, 0.45 + 0.5 * (1 - grain.border / rim) * noise(x / 18, y / 18, seed + 2) + 0.1 * dust);
    const pore = layered(x / 24, y / 24, seed + 77, 2);
    if (pore > 0.83) return shade(4, dust);
    const tilt = (grain.name % 31) / 31;
    const domain = Math.sin((x * Math.cos(tilt * 6.28) + y * Math.sin(tilt * 6.28)) / (3.5 + 3 * tilt));
    return shade(grain.name % 3, 0.25 + 0.4 * tilt + 0.09 * domain + 0.12 * dust);
  });
}

/** A port at dusk: hills, water with reflections, cranes and stacked containers. */
function port(seed: number): Canvas {
  const palette = ramps([[0x27344d, 0xb0697a, 0xf2c48d], [0x141c2b, 0x2f3e55], [0x101c30, 0x41658a, 0xd9a27c], [0x0b0f16, 0x1e2633], [0x5c2f23, 0xa8553a], [0x23465a, 0x4f8296], [0x6a5a2c, 0xb39a4e]]);
  const shore = 430;
  return paint(palette, (x, y) => {
    const hill = 300 - 120 * layered(x / 330, 1, seed, 4) + 60 * noise(x / 700, 9, seed);
    const quay = shore - 14;
    const column = Math.floor((x - 90) / 34);
    const high = 1 + Math.floor(hash(column, 4, seed) * 4);
    if (x > 90 && x < 1110 && y > quay - high * 17 && y < quay) {
      const seam = (x - 90) % 34 < 2 || (quay - y) % 17 < 1.4;
      return shade(seam ? 3 : 4 + Math.floor(hash(column, Math.floor((quay - y) / 17), seed + 3) * 3), seam ? 0.2 : 0.35 + 0.4 * noise(x / 8, y / 8, seed));
    }
    const crane = (x + 60 * hash(seed, 1, 1)) % 310;
    if (y < quay && y > 210 && (Math.abs(crane - 60) < 3 || Math.abs(crane - 104) < 3)) return shade(3, 0.5);
    if (Math.abs(y - 226) < 4 && crane > 4 && crane < 200) return shade(3, 0.5);
    if (y < 226 && y > 170 && Math.abs(crane - 82 - (y - 198) * 0.35) < 2) return shade(3, 0.5);
    if (y < shore) return y > hill ? shade(1, 0.3 + 0.5 * layered(x / 60, y / 30, seed + 4, 3)) : shade(0, Math.min(1, y / 330) * 0.9 + 0.1 * layered(x / 260, y / 40, seed + 9, 3));
    const ripple = noise(x / (26 + (y - shore) / 3), (y - shore) / 3.2, seed + 12);
    return shade(2, 0.15 + 0.75 * (1 - (y - shore) / 260) * ripple + 0.12 * ripple);
  });
}

/** Hill country in layers of mist, with drill tracks: exploration ground. */
function ridges(seed: number): Canvas {
  const warm = seed % 2 === 1;
  const palette = ramps(warm ? [[0xf3d9b1, 0xfff4df], [0xd9a878, 0xe9c79c], [0xb57f57, 0xcb9c72], [0x8a5a3d, 0xa8744f], [0x5c3a29, 0x7d5239], [0x35231b, 0x553829]] : [[0xcfe0e6, 0xf4f8f6], [0x9fbcc4, 0xb9d0d4], [0x6f949c, 0x8cadb1], [0x4a6f70, 0x648786], [0x2e4d48, 0x466860], [0x182e29, 0x2d4840]]);
  return paint(palette, (x, y) => {
    for (let layer = 5; layer >= 1; layer -= 1) {
      const scale = 90 + (5 - layer) * 70;
      const crest = 110 + layer * 92 - (130 - layer * 8) * layered(x / scale, layer * 3, seed + layer * 17, 4);
      if (y > crest) {
        const track = layer >= 4 && Math.abs(((x + 90 * Math.sin(y / 38 + layer)) % 240) - 120) < 1.8;
        return shade(layer, track ? 1 : Math.max(0.05, 0.75 - (y - crest) / 260) * (0.75 + 0.35 * layered(x / 16, y / 10, seed + 5, 2)));
      }
    }
    return shade(0, 0.2 + 0.7 * (y / 330) + 0.1 * noise(x / 120, y / 30, seed));
  });
}

/** Rows of solvent-extraction mixer-settlers seen along the aisle, liquors by colour. */
function cells(seed: number): Canvas {
  const palette = ramps([[0x24282d, 0x5b6269], [0x3c2f5c, 0xa692cf], [0x7a3f63, 0xe0a2b8], [0x2d5c44, 0x93c9a3], [0x80672a, 0xe9cf86], [0x9aa1a8, 0xeef1f3]]);
  return paint(palette, (x, y) => {
    const depth = 1.9 / (0.35 + y / HEIGHT);
    const u = ((x - 600) / 130) * depth;
    const v = depth * 7;
    const box = Math.abs(u - Math.round(u));
    const across = Math.abs(v - Math.round(v));
    const grain = noise(x / 2, y / 2, seed);
    if (Math.abs(u) < 0.5) return shade(0, 0.25 + 0.5 * (y / HEIGHT) + 0.12 * grain + 0.08 * noise(x / 40, y / 12, seed + 2));
    if (box > 0.42 || across > 0.41) return shade(5, 0.25 + 0.5 * (y / HEIGHT) + (box > 0.46 ? 0.2 : 0) + 0.06 * grain);
    const liquor = 1 + ((Math.round(u) + 40 + seed) % 4);
    const glint = noise(u * 5, v * 5, seed + 5);
    return shade(liquor, 0.18 + 0.42 * (y / HEIGHT) + 0.4 * glint * glint + 0.05 * grain);
  });
}

/** Every picture that the newsroom can draw, by name. */
export const SCENES: Readonly<Record<string, () => Canvas>> = {
  'ponds-jiangxi': () => ponds(11),
  'ponds-border': () => ponds(38),
  'pit-kestrel': () => pit(5),
  'pit-north': () => pit(24),
  'grains-terbium': () => grains(6),
  'grains-cerium': () => grains(9),
  'port-arden': () => port(3),
  'port-dusk': () => port(14),
  'ridges-halden': () => ridges(4),
  'ridges-outback': () => ridges(7),
  'cells-hall': () => cells(2),
  'cells-baotou': () => cells(5),
  'chart-dysprosium': () => chart(21, 0.55),
  'chart-ndpr': () => chart(8, 0.05),
  'chart-exports': () => chart(33, 0.25),
  'chart-cerium': () => chart(17, -0.4),
};
