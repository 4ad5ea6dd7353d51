import type { LabState } from '../../contract/lab.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { LessonKey } from '../progress/progress.ts';

/** What stands beside one API, or beside one run of checks: made by `Labs.open`, given to every process of it. */
export type LabRun = {
  /** Set in the learner's process before any of its code is loaded; in checks `{{env.NAME}}`. */
  env: Record<string, string>;
  /** Placed into the folder in which the process runs, below `.lab/`; variables name them relative to that folder. */
  files: WorkspaceFile[];
  /** The certificate (PEM) of the authority that signed the API's; nothing else is trusted by whoever calls it. */
  ca?: string;
  /** The origin of the page that the API must not allow; the learner's code does not know it, checks do as `{{env.STRANGER_ORIGIN}}`. */
  strangerOrigin?: string;
  /** Where to sign in, for the learner to open. */
  authorization?: LabState['authorization'];
  /** Removes the database file. Nobody may have it open. */
  forget(): Promise<void>;
  /** Gives back what belongs to this run alone, such as a temporary folder. Repeated calls do nothing. */
  close(): Promise<void>;
};

/** Whose database it is: that of a lesson stays, a fresh one is gone with its run. */
export type LabPlace = { key: LessonKey } | 'fresh';
