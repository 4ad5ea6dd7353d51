import type { Plan, PlanResource } from '../../contract/plan.ts';
import { segmentsOf } from '../contract/path-shape.ts';
import type { Found } from './finding.ts';
import { type FieldStyle, fieldName, isKebabCase, kebabCase, plural } from './naming.ts';
import { renameResource } from './renaming.ts';
import { isPlural, verbIn } from './words.ts';

/** Advice about the head of a plan and about the names in it. */
export function lintNames(plan: Plan): Found[] {
  return [...lintHead(plan), ...plan.resources.flatMap(lintName), ...lintFieldStyle(plan)];
}

function lintHead({ purpose, audience, basePath }: Plan): Found[] {
  const found: Found[] = [];
  if (purpose.trim() === '') {
    found.push({
      rule: 'purpose',
      severity: 'info',
      path: ['purpose'],
      message: 'No purpose yet',
      why: 'One sentence on which problem the API solves decides every later question: what belongs in it, and what does not.',
    });
  }
  if (audience === undefined) {
    found.push({
      rule: 'audience',
      severity: 'info',
      path: ['audience'],
      message: 'Who calls it is not said',
      why: 'Your own services can change together with the API. Partners and the public cannot: for them every change of the contract is a promise broken or kept.',
    });
  }
  if (!segmentsOf(basePath).some((segment) => /^v\d+$/.test(segment))) {
    const value = basePath === '/' ? '/api/v1' : `/${[...segmentsOf(basePath), 'v1'].join('/')}`;
    found.push({
      rule: 'versioned-base-path',
      severity: 'warning',
      path: ['basePath'],
      message: 'The base path has no version',
      why: 'One day something must change that breaks clients. With /v1 in the path, /v2 can stand beside it until everyone has moved.',
      fix: { title: `Make it ${value}`, change: { do: 'set', key: 'basePath', value } },
    });
  } else if (/.\/$/.test(basePath)) {
    found.push({
      rule: 'trailing-slash',
      severity: 'warning',
      path: ['basePath'],
      message: 'The base path ends with a slash',
      why: 'Every path begins with a slash already. With two of them, some servers see another path.',
      fix: { title: 'Take it away', change: { do: 'set', key: 'basePath', value: basePath.replace(/\/+$/, '') } },
    });
  }
  return found;
}

function lintName(resource: PlanResource, at: number): Found[] {
  const { name } = resource;
  const path = ['resources', at, 'name'];
  const rename = (to: string) => ({ title: `Call it ${to}`, change: renameResource(resource, at, to) });
  const verb = verbIn(name);
  if (verb) {
    return [
      {
        rule: 'verb-in-name',
        severity: 'warning',
        path,
        message: `"${name}" is something to do, not a thing`,
        why: `The method says what is done: POST, GET, DELETE. The name says with what: books, loans. With "${verb}" in it, the verb is there twice.`,
      },
    ];
  }
  const kebab = kebabCase(name);
  if (!isKebabCase(name)) {
    const to = isPlural(kebab) ? kebab : plural(kebab);
    return [
      {
        rule: 'lower-case-name',
        severity: 'warning',
        path,
        message: `"${name}" is not in small letters with dashes`,
        why: 'Paths tell capitals from small letters: /Books and /books are two places. Small letters, and dashes between words, leave nothing to guess.',
        ...(kebab === '' ? {} : { fix: rename(to) }),
      },
    ];
  }
  if (isPlural(name)) return [];
  return [
    {
      rule: 'plural-name',
      severity: 'warning',
      path,
      message: `"${name}" is singular`,
      why: 'The path names the whole collection: GET /books lists all, GET /books/7 takes one out of it. With a singular in the path, the list reads wrongly.',
      fix: rename(plural(name)),
    },
  ];
}

/** The style of most fields of the plan is the style of the plan. */
function lintFieldStyle(plan: Plan): Found[] {
  const names = plan.resources.flatMap((resource) => resource.fields.map((field) => field.name));
  const snake = names.filter((name) => /^[a-z0-9]+(_[a-z0-9]+)+$/.test(name)).length;
  const camel = names.filter((name) => /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)+$/.test(name)).length;
  const style: FieldStyle = snake > camel ? 'snake_case' : 'camelCase';
  return plan.resources.flatMap((resource, at) =>
    resource.fields.flatMap(({ name }, field): Found[] => {
      const value = fieldName(name, style);
      const fits =
        style === 'camelCase' ? /^[a-z][A-Za-z0-9]*$/.test(name) : /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name);
      if (fits || value === name) return [];
      const free = value !== '' && resource.fields.every((other) => other.name !== value);
      return [
        {
          rule: 'field-style',
          severity: 'warning',
          path: ['resources', at, 'fields', field, 'name'],
          message: `"${name}" is not in ${style} like the other fields`,
          why: 'Which style you take matters little. That it is the same everywhere matters: clients type these names, and nobody should have to look up how each one is written.',
          ...(free && {
            fix: { title: `Call it ${value}`, change: { do: 'set-field', resource: at, field, key: 'name', value } },
          }),
        },
      ];
    }),
  );
}
