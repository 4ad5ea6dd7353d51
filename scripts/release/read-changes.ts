import { ConventionalChangelog } from 'conventional-changelog';
import createPreset from 'conventional-changelog-conventionalcommits';
import { z } from 'zod';

/** The types of commits that a user cares for, and the heading (of Keep a Changelog) that each goes below. */
export const TYPES = [
  { type: 'feat', section: 'Added' },
  { type: 'perf', section: 'Changed' },
  { type: 'revert', section: 'Removed' },
  { type: 'fix', section: 'Fixed' },
  { type: 'security', section: 'Security' },
];

/** "feat(area)!: what"; an area has no parenthesis in it, else a second one later in the line would end it. */
const HEADER = {
  headerPattern: /^(\w*)(?:\(([^()]*)\))?!?: (.*)$/,
  breakingHeaderPattern: /^(\w*)(?:\(([^()]*)\))?!: (.*)$/,
};

/** A second subject in the same line, after a semicolon: "; test(area): what". */
const NEXT_SUBJECT =
  /; (?:feat|fix|perf|revert|security|test|docs|build|chore|ci|refactor|style)(?:\([^()]*\))?!?: .*$/;

const Entry = z.object({ scope: z.string().nullish(), text: z.string() });
const Changes = z.object({
  breaking: z.array(Entry),
  sections: z.array(z.object({ heading: z.string(), entries: z.array(Entry) })),
});
export type Entry = z.infer<typeof Entry>;
/** What commits changed, each list in the order of the commits, the oldest first. */
export type Changes = z.infer<typeof Changes>;

const Commit = z.object({ scope: z.string().nullish(), subject: z.string() });
const Note = z.object({ text: z.string(), commit: Commit });

/**
 * Reads the conventional commits since the last tag `v*` of the history, or all of them when there is none.
 * @param repository the folder of a git checkout
 */
export async function readChanges(repository: string): Promise<Changes> {
  const changelog = new ConventionalChangelog(repository)
    .config(createPreset({ types: TYPES }))
    .commits({}, HEADER)
    .tags({ prefix: 'v' })
    // The tool writes Markdown of its own; the one place that it lets another form in is the template.
    .writer({
      template: ({ commitGroups = [], noteGroups = [] }) =>
        JSON.stringify({
          breaking: noteGroups.flatMap(({ notes }) => notes.map((note) => entryOfNote(note))).reverse(),
          sections: commitGroups
            .filter(({ title }) => TYPES.some(({ section }) => section === title))
            .map(({ title, commits }) => ({ heading: title, entries: commits.map(entryOfCommit).reverse() })),
        }),
      commitsSort: undefined,
      notesSort: undefined,
    });
  let text = '';
  for await (const chunk of changelog.write()) text += chunk;
  return text.trim() === '' ? { breaking: [], sections: [] } : Changes.parse(JSON.parse(text));
}

function entryOfCommit(commit: unknown): Entry {
  const { scope, subject } = Commit.parse(commit);
  return { scope, text: subject.replace(NEXT_SUBJECT, '') };
}

function entryOfNote(note: unknown): Entry {
  const { text, commit } = Note.parse(note);
  return { scope: commit.scope, text: text.replace(NEXT_SUBJECT, '') };
}
