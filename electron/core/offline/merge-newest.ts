/** Numbers of several streams, each falling, as one that falls; what is in several comes once. */
export function* mergeNewest(streams: readonly Iterator<number>[]): Generator<number> {
  const heads = streams.flatMap((stream) => headOf(stream));
  while (heads.length > 0) {
    const newest = heads.reduce((most, { value }) => Math.max(most, value), -Infinity);
    yield newest;
    for (let at = heads.length - 1; at >= 0; at -= 1) {
      const head = heads[at];
      if (!head || head.value !== newest) continue;
      heads.splice(at, 1, ...headOf(head.stream));
    }
  }
}

function headOf(stream: Iterator<number>): { value: number; stream: Iterator<number> }[] {
  const next = stream.next();
  return next.done ? [] : [{ value: next.value, stream }];
}
