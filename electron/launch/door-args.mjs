/**
 * Takes `--door electron|loopback` out of a command line; what is left goes to the door.
 * @param {readonly string[]} argv
 * @returns {{ door: 'electron' | 'loopback', args: string[] }}
 */
export function doorFromArgs(argv) {
  const at = argv.indexOf('--door');
  if (at < 0) return { door: 'electron', args: [...argv] };
  const door = argv[at + 1];
  if (door !== 'electron' && door !== 'loopback') {
    console.error('--door is electron or loopback');
    process.exit(1);
  }
  return { door, args: argv.toSpliced(at, 2) };
}
