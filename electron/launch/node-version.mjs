/** The first Node whose SQLite has the text index that the library needs. */
const WANTED = { major: 22, minor: 16 };

/** Ends the process with a clear word where Node is too old. To be called before anything of ours is imported. */
export async function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const newEnough = major > WANTED.major || (major === WANTED.major && minor >= WANTED.minor);
  if (newEnough && (await hasSqlite())) return;
  console.error(
    `Monazite needs Node ${WANTED.major}.${WANTED.minor} or newer with node:sqlite, and this is Node ${process.versions.node}.\n` +
      'Run it through npm in the project folder after "npm ci", which brings a Node of its own where one is published for the machine, or install a newer Node.',
  );
  process.exit(1);
}

async function hasSqlite() {
  try {
    await import('node:sqlite');
    return true;
  } catch {
    return false;
  }
}
