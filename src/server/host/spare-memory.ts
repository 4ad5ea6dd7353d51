import { setFlagsFromString } from 'node:v8';

/**
 * Imported first, before the heap has grown. The server's objects are few and live long, or pass by in floods of a
 * learner's output: a young generation that stays small, and buffers that count when garbage is due, keep about 100 MB
 * from lying around and cost no time that can be measured.
 */
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--external-memory-accounted-in-global-limit');
