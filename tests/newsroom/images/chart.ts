import { hash } from './noise.ts';
import { ramps, shade } from './palette.ts';
import type { Canvas } from './png.ts';

/** A price line over ninety days: 3:2, white ground, hairline grid, the last point marked. `drift` is the slope over the span. */
export function chart(seed: number, drift: number): Canvas {
  const width = 1200;
  const height = 675;
  const palette = ramps([[0x2a2d31, 0xffffff], [0x8c4d13, 0xffffff]]);
  const pixels = new Uint8Array(width * height).fill(shade(0, 1));
  const ink = (x: number, y: number, material: number, cover: number): void => {
    if (x < 0 || y < 0 || x >= width || y >= height || cover <= 0) return;
    const at = y * width + x;
    const wanted = shade(material, 1 - Math.min(1, cover));
    if (material === 1 || wanted < (pixels[at] ?? 0)) pixels[at] = wanted;
  };
  for (let line = 0; line <= 4; line += 1) for (let x = 90; x < 1120; x += 1) ink(x, 110 + line * 112, 0, line === 4 ? 0.5 : 0.15);
  const days = 90;
  let level = 0.4;
  const values = Array.from({ length: days }, (_, i) => {
    level += (hash(i, 1, seed) - 0.5) * 0.07 + drift / days + (hash(Math.floor(i / 11), 2, seed) - 0.5) * 0.018;
    return level;
  });
  const low = Math.min(...values);
  const high = Math.max(...values);
  const px = (i: number): number => 90 + (i / (days - 1)) * 1010;
  const py = (value: number): number => 540 - ((value - low) / (high - low)) * 400;
  for (let i = 1; i < days; i += 1) {
    const [x0, y0, x1, y1] = [px(i - 1), py(values[i - 1] ?? 0), px(i), py(values[i] ?? 0)];
    const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 2);
    for (let s = 0; s <= steps; s += 1) dot(ink, x0 + ((x1 - x0) * s) / steps, y0 + ((y1 - y0) * s) / steps, 1.7, 0);
  }
  for (let i = 0; i < days; i += 10) for (let y = 558; y < 566; y += 1) ink(Math.round(px(i)), y, 0, 0.4);
  dot(ink, px(days - 1), py(values[days - 1] ?? 0), 8, 1);
  return { width, height, pixels, palette };
}

function dot(ink: (x: number, y: number, material: number, cover: number) => void, cx: number, cy: number, radius: number, material: number): void {
  for (let y = Math.floor(cy - radius - 1); y <= cy + radius + 1; y += 1) {
    for (let x = Math.floor(cx - radius - 1); x <= cx + radius + 1; x += 1) ink(x, y, material, radius + 0.5 - Math.hypot(x - cx, y - cy));
  }
}
