import { parentPort, workerData } from 'node:worker_threads';
import { encodePng } from './png.ts';
import { SCENES } from './scenes.ts';

/** Worker: paints the scene named by workerData and posts the PNG, so that the servers keep answering meanwhile. */
const scene = SCENES[String(workerData)];
if (!scene) throw new Error(`no scene is called ${String(workerData)}`);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port, not a window
parentPort?.postMessage(encodePng(scene()));
