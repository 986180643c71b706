// Packages the built app with a stand-in for Electron's files, and boots what was packaged: `node tests/smoke/package.mjs`.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`The package dry run needs Node 22.18 or newer and runs on ${process.version}.`);
  process.exit(1);
}
const { packageSmoke } = await import('./package.ts');
const failed = await packageSmoke();
process.exit(failed === 0 ? 0 : 1);
