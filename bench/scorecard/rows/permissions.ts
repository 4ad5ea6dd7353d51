import { documentedLeaks } from '../permissions/documented-leaks.ts';
import { prepare } from '../permissions/preparation.ts';
import { LEAKS, type Probe } from '../permissions/probe.ts';
import { PROBES } from '../permissions/probes.ts';
import { type Attempt, inPlainNode, inSandbox, refusesLinks } from '../permissions/try-probes.ts';
import type { Row } from '../row.ts';

export const permissions: Row = {
  number: 19,
  figure: 'Permission probes',
  target: 'the denied set exact, the leaks as documented',
  async measure({ note }) {
    const { at, remove } = await prepare();
    try {
      note('in a learner process');
      const learner = await inSandbox(PROBES, at);
      const linkRefused = await refusesLinks(at);
      note('in a plain Node');
      const plain = await inPlainNode(PROBES, at);
      const documented = JSON.stringify(await documentedLeaks()) === JSON.stringify(Object.values(LEAKS));

      const wrong = PROBES.filter((probe) => succeeded(learner, probe) !== Boolean(probe.leak));
      const idle = PROBES.filter((probe) => probe.alone !== 'ends' && !succeeded(plain, probe));
      const leaks = PROBES.filter((probe) => probe.leak).length;
      const names = [...wrong, ...idle].map((probe) => probe.id);
      if (!linkRefused) names.push('a symbolic link in the workspace');
      return {
        status: names.length === 0 && documented ? 'met' : 'missed',
        measured: `${PROBES.length - leaks + 1 - names.length} denied, ${leaks} possible by ${Object.keys(LEAKS).length} documented sentences, ${names.length} otherwise${names.length > 0 ? `: ${names.join(', ')}` : ''}${documented ? '' : ', the docs list others'}`,
        how: `${PROBES.length + 1} attempts by a learner program in a process of the pool; each of them succeeds in a plain Node with the same descriptors.`,
        details: { learner: Object.fromEntries(learner), plain: Object.fromEntries(plain), linkRefused, documented },
      };
    } finally {
      await remove();
    }
  },
};

function succeeded(attempts: ReadonlyMap<string, Attempt>, { id }: Probe): boolean {
  const attempt = attempts.get(id);
  return attempt !== undefined && 'got' in attempt;
}
