import { z } from 'zod';
import { Id, SchemaVersion, WorkspacePath } from './ids.ts';

/** `compare.yaml` of a lesson: the same thing in several frameworks, side by side. */
export const CompareFile = z.strictObject({
  schemaVersion: SchemaVersion,
  columns: z
    .array(
      z.strictObject({
        id: Id.describe('Folder below the lesson that holds the files of this column.'),
        title: z.string().min(1).max(40).describe('What stands above the column, such as "Flask".'),
        language: z.enum(['typescript', 'python']).describe('How its files are coloured and how regions are marked.'),
        files: z.array(WorkspacePath).min(1).max(8).describe('In the order in which they are read.'),
      }),
    )
    .min(2)
    .max(6)
    .describe('One program each, from left to right.'),
  parts: z
    .array(
      z.strictObject({
        id: Id.describe('Marked in the files by `#region <id>` and `#endregion` comments.'),
        title: z.string().min(1).max(60).describe('What the list of parts says.'),
        note: z.string().min(1).max(600).describe('What to see here.'),
      }),
    )
    .min(1)
    .max(12)
    .describe('What is compared. Each part stands once in each column.'),
});
export type CompareFile = z.infer<typeof CompareFile>;

/** What is shown: texts without the markers; lines from 1. */
export const CompareView = z.strictObject({
  columns: z.array(
    z.strictObject({
      id: Id,
      title: z.string(),
      language: z.enum(['typescript', 'python']),
      files: z.array(
        z.strictObject({
          path: WorkspacePath,
          text: z.string(),
          regions: z.array(z.strictObject({ part: Id, from: z.number().int(), to: z.number().int() })),
        }),
      ),
    }),
  ),
  parts: CompareFile.shape.parts,
});
export type CompareView = z.infer<typeof CompareView>;
