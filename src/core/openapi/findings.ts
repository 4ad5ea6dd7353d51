import type { Mismatch } from '../../contract/evidence.ts';
import type { OpenApiRule } from '../../contract/openapi-rule.ts';
import { RULE_TEXTS } from './rule-texts.ts';

/** One place of a document that does not keep a rule. `path` leads to it; `detail` is what stands there, if that helps. */
export type Finding = { rule: OpenApiRule; path: (string | number)[]; detail: string };

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch', 'trace'];
/** Places that one line of a reason names. */
const NAMED = 2;

/** Each finding as evidence: where it is, what is needed there, what is there. The first one of a rule also says why. */
export function findingMismatches(findings: readonly Finding[]): Mismatch[] {
  return findings.map(({ rule, path, detail }, index) => {
    const { mend, why } = RULE_TEXTS[rule];
    const isFirst = findings.findIndex((other) => other.rule === rule) === index;
    return { at: placeOf(path), expected: isFirst ? `${mend}. ${why}` : mend, actual: detail };
  });
}

/** One line: "3 operations have no summary: GET /books, POST /books, …", the rules one after the other. */
export function findingsReason(findings: readonly Finding[]): string {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  return [...byRule]
    .map(([rule, found]) => {
      const { one, many } = RULE_TEXTS[rule];
      const places = [...new Set(found.map(({ path }) => placeOf(path)))].filter((place) => place !== WHOLE);
      const named = [...places.slice(0, NAMED), ...(places.length > NAMED ? ['…'] : [])].join(', ');
      return `${found.length} ${found.length === 1 ? one : many}${named === '' ? '' : `: ${named}`}`;
    })
    .join('; ');
}

const WHOLE = 'the document';

/** A place of a document in words: "GET /books", "GET /books, 200, body", "components, schemas, Book". */
export function placeOf(path: readonly (string | number)[]): string {
  const [first, second, third, ...rest] = path.map(String);
  if (first === undefined) return WHOLE;
  if (first !== 'paths' || second === undefined) return path.map(String).join(', ');
  const operation = third !== undefined && METHODS.includes(third);
  const name = operation ? `${third.toUpperCase()} ${second}` : second;
  const inside = operation || third === undefined ? rest : [third, ...rest];
  return [name, ...inside.flatMap((part, index) => wordOf(part, inside[index - 1]))].join(', ');
}

/** Words of the format that say nothing to a person are left out. */
function wordOf(part: string, before: string | undefined): string[] {
  if (part === 'requestBody') return ['request body'];
  if (before === 'content' || ['responses', 'content', 'schema', 'properties'].includes(part)) return [];
  if (part === 'summary' || part === 'description' || part === 'tags' || part === 'operationId') return [];
  return [part];
}
