// Boots the built app under plain Node with a stand-in for Electron: `node tests/smoke/boot.mjs [folder of the app]`.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`The boot smoke needs Node 22.18 or newer and runs on ${process.version}.`);
  process.exit(1);
}
const { bootSmoke } = await import('./boot.ts');
const failed = await bootSmoke(process.argv[2]);
process.exit(failed === 0 ? 0 : 1);
