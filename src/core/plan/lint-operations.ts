import type { Plan, PlanOperation } from '../../contract/plan.ts';
import { parameterOf, segmentsOf } from '../contract/path-shape.ts';
import type { Found } from './finding.ts';
import type { PlanChange } from './plan-change.ts';
import { statusMeaning } from './status-text.ts';

/** Advice about the statuses that operations promise (RFC 9110, sections 9 and 15). */
export function lintOperations(plan: Plan): Found[] {
  return plan.resources.flatMap((resource, at) =>
    resource.operations.flatMap((operation, index) => {
      const own = { resource: at, operation: index };
      return RULES.flatMap((rule): Found[] => {
        const found = rule(operation);
        if (!found) return [];
        const { add, remove, ...rest } = found;
        const path = ['resources', at, 'operations', index, found.at ?? 'statuses'];
        return [{ severity: 'warning', ...without(rest), path, ...fixOf(own, add, remove) }];
      });
    }),
  );
}

type Advice = {
  rule: string;
  message: string;
  why: string;
  severity?: 'info';
  at?: 'method';
  add?: number;
  remove?: number | undefined;
};
type Rule = (operation: PlanOperation) => Advice | null;

function without({ at: _at, ...rest }: Omit<Advice, 'add' | 'remove'>) {
  return rest;
}

function fixOf(own: { resource: number; operation: number }, add?: number, remove?: number): Pick<Found, 'fix'> {
  const changes: PlanChange[] = [
    ...(add === undefined ? [] : [{ do: 'add-status', ...own, value: add } as const]),
    ...(remove === undefined ? [] : [{ do: 'remove-status', ...own, value: remove } as const]),
  ];
  if (changes.length === 0) return {};
  const title = add === undefined ? `Remove ${remove}` : remove === undefined ? `Add ${add}` : `Make it ${add}`;
  return { fix: { title, change: { do: 'all', changes } } };
}

const isItem = (path: string) => parameterOf(segmentsOf(path).at(-1) ?? '') !== null;
const hasParameter = (path: string) => segmentsOf(path).some((segment) => parameterOf(segment) !== null);
const succeeds = (statuses: number[]) => statuses.some((status) => status >= 200 && status < 400);
const refuses = (statuses: number[]) => statuses.some((status) => status >= 400 && status < 500);

const RULES: Rule[] = [
  function itemWithout404({ path, statuses }) {
    if (!hasParameter(path) || statuses.includes(404) || statuses.includes(410)) return null;
    return {
      rule: 'item-404',
      message: '404 is missing: not every id exists',
      why: 'A client will ask for an id that is not there, or is there no longer. It should learn that from a status, not from an empty body.',
      add: 404,
    };
  },
  function postWithout201({ method, path, statuses }) {
    if (method !== 'POST' || isItem(path)) return null;
    if (statuses.some((status) => [201, 202, 204, 303].includes(status))) return null;
    return {
      rule: 'post-201',
      message: 'A POST that makes something answers 201',
      why: '201 Created, with a Location header, tells the client that something new is there and where. 200 only says that it went well.',
      add: 201,
      remove: statuses.includes(200) ? 200 : undefined,
    };
  },
  function postWithout4xx({ method, statuses }) {
    if (method !== 'POST' || refuses(statuses)) return null;
    return {
      rule: 'post-4xx',
      message: 'It never refuses anything',
      why: 'Some day a client sends a body without a title. A status of 400 to 499 tells it that the request is at fault, so that sending it again will not help.',
      add: 400,
    };
  },
  function changeWithout400({ method, statuses }) {
    if ((method !== 'PUT' && method !== 'PATCH') || statuses.includes(400) || statuses.includes(422)) return null;
    return {
      rule: 'change-400',
      message: 'It takes any body: 400 or 422 is missing',
      why: 'What a client sends can be wrong each time it changes something, not only when it makes something.',
      add: 400,
    };
  },
  function getWith201({ method, statuses }) {
    if ((method !== 'GET' && method !== 'HEAD') || !statuses.includes(201)) return null;
    return {
      rule: 'get-201',
      message: `A ${method} makes nothing, so it cannot answer 201`,
      why: 'GET is safe: it only reads, and may be repeated or fetched ahead by anyone. 201 would mean that reading made something.',
      add: 200,
      remove: 201,
    };
  },
  function getWith204({ method, statuses }) {
    if (method !== 'GET' || !statuses.includes(204)) return null;
    return {
      rule: 'get-204',
      message: 'A GET has something to send; 204 has no body',
      why: 'An empty list is 200 with []. An item that is not there is 404. For 204 No Content a client would need a case of its own.',
      add: 200,
      remove: 204,
    };
  },
  function bothWays({ method, statuses }) {
    if (method === 'GET' || !statuses.includes(204) || !statuses.includes(200)) return null;
    return {
      rule: 'with-204',
      severity: 'info',
      message: '204 with 200: is there a body or not?',
      why: 'With 204 there is no body, with 200 there is one. If both are possible, every client must be ready for both. Choose one.',
      remove: method === 'DELETE' ? 200 : 204,
    };
  },
  function deleteWithoutSuccess({ method, statuses }) {
    if (method !== 'DELETE' || statuses.some((status) => [200, 202, 204].includes(status))) return null;
    return {
      rule: 'delete-204',
      message: 'A DELETE that went well answers 204',
      why: 'It is gone, and there is nothing to show: 204 No Content says just that.',
      add: 204,
      remove: statuses.includes(201) ? 201 : undefined,
    };
  },
  function neverSucceeds({ method, statuses }) {
    if (method === 'POST' || method === 'DELETE' || succeeds(statuses)) return null;
    return {
      rule: 'success',
      message: 'No status says that it went well',
      why: 'A client must be able to tell success from failure: at least one status from 200 to 399.',
      add: 200,
    };
  },
  function wholeCollection({ method, path }) {
    if (!['PUT', 'PATCH', 'DELETE'].includes(method) || hasParameter(path)) return null;
    return {
      rule: 'whole-collection',
      severity: 'info',
      at: 'method',
      message: `This ${method} is about the whole collection`,
      why: 'Without an id it changes or removes all at once. That is seldom meant, and never easy to take back.',
    };
  },
  function unknownStatus({ statuses }) {
    const status = statuses.find((one) => statusMeaning(one) === null);
    if (status === undefined) return null;
    return {
      rule: 'known-status',
      message: `No client knows what ${status} means`,
      why: 'A client treats a number that it does not know like the first of its class: 299 like 200, 499 like 400. The meaning is lost, so take one that has a name.',
      ...(statuses.length > 1 && { remove: status }),
    };
  },
  function plannedFailure({ statuses }) {
    const status = statuses.find((one) => one === 500);
    if (status === undefined) return null;
    return {
      rule: 'planned-500',
      severity: 'info',
      message: 'Nobody plans a 500',
      why: '500 means that the server made a mistake. Any operation can, so it says nothing about this one.',
      ...(statuses.length > 1 && { remove: 500 }),
    };
  },
];
