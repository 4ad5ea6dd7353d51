import type { HttpRequestSpec, HttpStep, TokenSpec } from '../../contract/http-step.ts';
import type { Lab } from '../../contract/lab.ts';
import { orList } from '../wording/list.ts';
import { nearestName } from '../yaml/nearest.ts';
import { labNames } from './lab-names.ts';
import { type CheckMistake, mistake } from './step-mistake.ts';

/** What a step asks for that this lesson's lab does not have, or that does not go together. */
export function stepMistakes(step: HttpStep, lab: Lab): CheckMistake[] {
  return [
    ...(step.request ? requestMistakes(step.request, lab) : []),
    ...(step.token ? tokenMistakes(step.token, lab) : []),
    ...(step.authorize && !lab.authorization ? [needsLab(['authorize'], 'authorization')] : []),
    ...(step.capture && !step.request ? [mistake(['capture'], 'Only a request has an answer to capture from.')] : []),
  ];
}

const BODIES = ['body', 'rawBody', 'form'] as const;

function requestMistakes(request: HttpRequestSpec, lab: Lab): CheckMistake[] {
  const given = BODIES.filter((name) => request[name] !== undefined);
  const bodies = request.generate && given[0] !== 'body' ? [...given, 'generate'] : given;
  return [
    ...(bodies.length > 1 ? [mistake(['request'], `A request has one body, not ${bodies.join(' and ')}.`)] : []),
    ...(request.to === 'authorization' && !lab.authorization ? [needsLab(['request', 'to'], 'authorization')] : []),
    ...(request.to === 'plain' && !lab.tls ? [needsLab(['request', 'to'], 'tls')] : []),
  ];
}

function tokenMistakes({ alg, key }: TokenSpec, lab: Lab): CheckMistake[] {
  const at = ['token', 'key'];
  if (typeof key === 'string') {
    if (key !== 'stranger' && !lab.authorization) return [needsLab(at, 'authorization')];
    if (key === 'issuer' && alg === 'HS256') {
      return [
        mistake(at, 'The key of the authorization server signs with RS256 only.', 'alg: RS256, or issuer-public'),
      ];
    }
    if (key === 'issuer-public' && alg === 'RS256') {
      return [mistake(at, 'A public key signs nothing; as a shared secret it is for HS256.', 'alg: HS256, or issuer')];
    }
    return [];
  }
  if (alg === 'RS256') return [mistake(at, 'RS256 signs with a key pair, not with a text.', 'issuer or stranger')];
  if (!('env' in key)) return [];
  const names = labNames(lab);
  if (names.includes(key.env)) return [];
  const detail = `The lab of this lesson has no variable "${key.env}".`;
  return [mistake([...at, 'env'], detail, orList(names), nearestName(key.env, names))];
}

function needsLab(path: (string | number)[], part: 'authorization' | 'tls'): CheckMistake {
  return mistake(
    path,
    `The lab of this lesson has no ${part}.`,
    `lab: {${part}: true} in the frontmatter of lesson.md`,
  );
}
