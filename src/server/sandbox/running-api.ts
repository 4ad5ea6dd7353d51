import type { OpenApiDocument, Route, StartFailure, Traffic } from '../../contract/sandbox.ts';
import type { LogLine } from '../../contract/session.ts';
import type { LabRun } from '../lab/lab.ts';
import type { Purpose } from './stock.ts';

export type RunOptions = {
  /** Absolute folder of the learner's project. */
  workspace: string;
  /** Relative to the workspace: src/app.ts. */
  entry: string;
  /** The text of a file (relative path) that is known without reading it; null: read it. */
  textOf?: (file: string) => string | null;
  /** What stands beside the API: its variables and files. Default: nothing. */
  lab?: LabRun;
  /** Checks leave the last process for what is to be live. Default: live. */
  purpose?: Purpose;
  /** In a pool whose processes serve several programs: this one has a process that served none and will serve no other. */
  fresh?: boolean;
  /** Aborting before the API is ready ends the process and rejects with the signal's reason. */
  signal?: AbortSignal;
  onLog?: (lines: LogLine[], dropped: number) => void;
  onTraffic?: (entries: Traffic[], dropped: number) => void;
};

/** A learner's API that answers at `url` (http://127.0.0.1:port or https://127.0.0.1:port, no slash at the end). */
export type RunningApi = {
  url: string;
  port: number;
  /** Where what `buildRedirect` made answers, in plain HTTP. */
  plainUrl?: string;
  /** With https: the certificate (PEM) of the only authority to trust. */
  ca?: string;
  openapi: OpenApiDocument | null;
  routes: Route[];
  /** Ends the process, or its program where processes serve several; resolves when it is gone. */
  stop(): Promise<void>;
  /** Resolves when the process, or its program, is gone, whoever ended it. Never rejects. */
  ended: Promise<{ reason: 'stopped' | 'exited' | 'crashed'; failure?: StartFailure }>;
};
