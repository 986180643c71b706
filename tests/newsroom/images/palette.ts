/** Steps of light within one material; a palette holds up to 256 / STEPS materials. */
export const STEPS = 28;

function mix(a: number, b: number, t: number): number {
  const part = (shift: number): number => Math.round(((a >> shift) & 255) * (1 - t) + ((b >> shift) & 255) * t);
  return (part(16) << 16) | (part(8) << 8) | part(0);
}

/** A palette of ramps from dark to light, `STEPS` colours for each material given as [dark, light] or [dark, middle, light]. */
export function ramps(materials: readonly (readonly number[])[]): number[] {
  return materials.flatMap((stops) =>
    Array.from({ length: STEPS }, (_, i) => {
      const at = (i / (STEPS - 1)) * (stops.length - 1);
      const low = Math.min(Math.floor(at), stops.length - 2);
      return mix(stops[low] ?? 0, stops[low + 1] ?? 0, at - low);
    }),
  );
}

/** The palette index of a material at a light from 0 to 1. */
export function shade(material: number, light: number): number {
  return material * STEPS + Math.max(0, Math.min(STEPS - 1, Math.round(light * (STEPS - 1))));
}
