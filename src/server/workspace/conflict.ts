import { RoutewrightError } from '../../contract/errors.ts';

/** The file on disk is not what this workspace last saw; `theirs` is what stands there. */
export class FileConflictError extends RoutewrightError {
  readonly path: string;
  readonly theirs: string;
  constructor(path: string, theirs: string) {
    super('RW_FILE_CONFLICT', { file: path });
    this.path = path;
    this.theirs = theirs;
  }
}
