import { parentPort, workerData } from 'node:worker_threads';
import { typeProblems } from './type-check.ts';

// On a thread of its own: checking types blocks for seconds, and requests that are being timed would wait for it.
parentPort?.postMessage(typeProblems(workerData.root, workerData.projects));
