/** Every limit that a person can meet, in one place. Sizes in bytes, times in milliseconds. */
export const LIMITS = {
  /** A course file (YAML or Markdown); larger ones are refused before they are parsed. */
  courseFileBytes: 256 * 1024,
  /** A learner's plan.yaml; reading a longer one with each edit would hold the server up. */
  planChars: 24 * 1024,
  /** One file of a workspace. */
  workspaceFileBytes: 1024 * 1024,
  /** Files of one workspace. */
  workspaceFiles: 200,
  /** Saved versions kept for each file. */
  versionsKept: 50,
  /** From "run" to "ready": after it `buildApp` counts as never returning. */
  startMs: 3_000,
  /** One request of a check, from connect to the last byte. */
  requestMs: 2_000,
  /** Decoded bytes of one response that are read. */
  responseBytes: 1024 * 1024,
  /** All checks of one revision. */
  checkRunMs: 30_000,
  /** Characters of a body or header that evidence shows. */
  evidenceChars: 4_000,
  /** One test of the learner's: after it, it counts as hanging. */
  testMs: 2_000,
  /** Tests of one run that are shown. */
  tests: 500,
  /** The ring that holds a learner process's output. */
  logRingBytes: 1024 * 1024,
  /** Heap of a learner process, in MiB (`--max-old-space-size`). */
  heapMiB: 192,
  /** Memory of a learner process altogether, in MiB: buffers are not part of its heap. */
  residentMiB: 600,
  /** One database of a learner's, in MiB. */
  databaseMiB: 64,
  /** From the last turn of a learner process's event loop until it counts as stalled. */
  stallMs: 1_000,
  /** One message of a learner process. */
  sandboxMessageBytes: 1024 * 1024,
  /** The OpenAPI document of a learner's API, as JSON, in values, and in levels. */
  documentBytes: 512 * 1024,
  documentParts: 12_000,
  documentDepth: 100,
  /** Routes of a learner's API that the workbench shows, and their paths altogether. */
  routes: 1_000,
  routeBytes: 256 * 1024,
} as const;
