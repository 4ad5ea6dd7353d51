/** Something that brings an edited file to life. */
export type Contender = {
  name: string;
  /** Makes edit number `edit`; resolves when the API gives the first right answer of the new code. */
  edit(edit: number): Promise<void>;
  /** Resolves when nothing of the last edit is still under way, so that the next contender is not disturbed. */
  settle(): Promise<void>;
  close(): Promise<void>;
};
