import { z } from 'zod';
import { Id, WorkspacePath } from './ids.ts';

/** `compare.yaml` of a lesson: the same thing in several frameworks, side by side. */
export const CompareFile = z.strictObject({
  schemaVersion: z.literal(1),
  columns: z
    .array(
      z.strictObject({
        id: Id.describe('Folder below the lesson that holds the files of this column.'),
        title: z.string().min(1).max(40),
        language: z.enum(['typescript', 'python']),
        files: z.array(WorkspacePath).min(1).max(8).describe('In the order in which they are read.'),
      }),
    )
    .min(2)
    .max(6),
  parts: z
    .array(
      z.strictObject({
        id: Id.describe('Marked in the files by `#region <id>` and `#endregion` comments.'),
        title: z.string().min(1).max(60),
        note: z.string().min(1).max(600).describe('What to see here.'),
      }),
    )
    .min(1)
    .max(12),
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
