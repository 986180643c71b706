/** A repeatable number in [0, 1) from two whole numbers and a seed. */
export function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(seed | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}

/** Smooth value noise in [0, 1). */
export function noise(x: number, y: number, seed: number): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const u = ease(x - xi);
  const v = ease(y - yi);
  const top = hash(xi, yi, seed) * (1 - u) + hash(xi + 1, yi, seed) * u;
  const bottom = hash(xi, yi + 1, seed) * (1 - u) + hash(xi + 1, yi + 1, seed) * u;
  return top * (1 - v) + bottom * v;
}

/** Several octaves of noise, in [0, 1). */
export function layered(x: number, y: number, seed: number, octaves: number): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  for (let o = 0; o < octaves; o += 1) {
    sum += weight * noise(x * 2 ** o, y * 2 ** o, seed + o * 101);
    total += weight;
    weight /= 2;
  }
  return sum / total;
}

/** The nearest and second nearest of jittered grid points: cell name and distance to the border between them. */
export function cell(x: number, y: number, seed: number, jitter: number): { name: number; border: number; dx: number; dy: number } {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  let best = 9;
  let second = 9;
  let name = 0;
  let bx = 0;
  let by = 0;
  for (let j = -1; j <= 1; j += 1) {
    for (let i = -1; i <= 1; i += 1) {
      const cx = xi + i;
      const cy = yi + j;
      const dx = cx + 0.5 + jitter * (hash(cx, cy, seed) - 0.5) - x;
      const dy = cy + 0.5 + jitter * (hash(cx, cy, seed + 7) - 0.5) - y;
      const d = dx * dx + dy * dy;
      if (d < best) {
        second = best;
        best = d;
        name = Math.floor(hash(cx, cy, seed + 13) * 65_536);
        bx = dx;
        by = dy;
      } else if (d < second) second = d;
    }
  }
  return { name, border: Math.sqrt(second) - Math.sqrt(best), dx: bx, dy: by };
}
