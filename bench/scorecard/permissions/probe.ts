/**
 * Something that a learner's program may try. `tries` is the body of an async function that returns something when it
 * succeeded. It must succeed in a plain Node: else it proves nothing when it fails in a learner's process.
 */
export type Probe = {
  id: string;
  tries: string;
  /** The sentence of the docs that says that learner code can do this. Without it this must be denied. */
  leak?: Leak;
  /** It gets a process of its own. One that `ends` it is not tried in a plain Node. */
  alone?: 'ends' | 'fresh';
};

/** What learner code can still do: the list in docs/how-your-code-is-run.md, word for word. */
export const LEAKS = {
  ownFiles: 'It reads the files of its own lesson.',
  workbench:
    'It reads the packages that the workbench has installed, and the part of the workbench that runs inside its process.',
  network: 'It opens connections to this machine and to others.',
  machine:
    'It sees the names of this machine and of your user account, addresses of the network, and what hardware there is.',
  ownProcess: 'It changes anything within its own process, such as what an import loads, and ends that process.',
  reports:
    'It writes into the descriptors on which its process reports to the workbench; what does not make sense there ends it.',
} as const;

export type Leak = keyof typeof LEAKS;

/** Many denied things, each by its name. */
export function denied(tries: Record<string, string>): Probe[] {
  return Object.entries(tries).map(([id, body]) => ({ id, tries: body }));
}

/** Many things that are possible and documented with the same sentence. */
export function possible(leak: Leak, tries: Record<string, string>): Probe[] {
  return Object.entries(tries).map(([id, body]) => ({ id, tries: body, leak }));
}
