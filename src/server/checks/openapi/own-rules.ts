import type { IFunctionResult, RuleDefinition, RulesetFunctionContext } from '@stoplight/spectral-core';
import type { Json } from '../../../contract/ids.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/json-type.ts';
import { hasExample } from './has-example.ts';

type Rules = { [name: string]: RuleDefinition };
type Found = { path: (string | number)[]; message: string };

const OPERATIONS = '$.paths[*][get,put,post,patch,delete,options,trace]';
const WRITES = '$.paths[*][post,put,patch,delete]';
const PARAMETERS = ['$.paths[*].parameters[*]', `${OPERATIONS}.parameters[*]`];

/** A rule of which each place that it is asked about says itself what is wrong below it. */
function rule(given: string | string[], look: (value: Json, document: JsonObject) => Found[]): RuleDefinition {
  const asFunction = (value: unknown, _options: unknown, { path, document }: RulesetFunctionContext) => {
    const whole = isJsonObject(document.data) ? document.data : {};
    // What is linted was posted to this thread as JSON.
    return look(value as Json, whole).map(
      (found): IFunctionResult => ({ message: found.message, path: [...path, ...found.path] }),
    );
  };
  // biome-ignore lint/suspicious/noThenProperty: so Spectral names it
  return { given, severity: 'warn', then: { function: asFunction } };
}

const fields = (value: Json | undefined): [string, Json][] => (isJsonObject(value) ? Object.entries(value) : []);
const isText = (value: Json | undefined): boolean => typeof value === 'string' && value.trim() !== '';
const here = (holds: boolean, message: string): Found[] => (holds ? [] : [{ path: [], message }]);

/** The workbench's own rules, as Spectral reads them. Every `$ref` has been followed when they are asked. */
export const OWN_RULES: Rules = {
  'operation-summary': rule(OPERATIONS, (operation) =>
    here(isJsonObject(operation) && isText(operation.summary), 'no summary'),
  ),
  'parameter-description': rule(PARAMETERS, (parameter) => {
    if (!isJsonObject(parameter)) return [];
    const { description, schema, name } = parameter;
    const described = isText(description) || (isJsonObject(schema) && isText(schema.description));
    return here(described, `${String(name)} has no description`);
  }),
  'error-responses': rule(OPERATIONS, (operation) => {
    const responses = fields(isJsonObject(operation) ? operation.responses : undefined);
    const errors = responses.filter(([status]) => /^4(\d\d|XX)$/i.test(status));
    if (errors.length === 0) return here(false, 'no 4xx response');
    return here(
      errors.some(([, response]) => hasDescribedBody(response)),
      `${errors.map(([status]) => status).join(', ')} without a schema`,
    );
  }),
  'response-descriptions': rule(OPERATIONS, (operation) =>
    fields(isJsonObject(operation) ? operation.responses : undefined).flatMap(([status, response]) => {
      const description = isJsonObject(response) ? response.description : undefined;
      if (isText(description) && description !== 'Default Response') return [];
      return [{ path: ['responses', status], message: isText(description) ? `“${description}”` : 'no description' }];
    }),
  ),
  'body-examples': rule(OPERATIONS, (operation) => {
    if (!isJsonObject(operation)) return [];
    const asked = bodiesOf(operation.requestBody, ['requestBody']);
    const answered = fields(operation.responses).flatMap(([status, response]) =>
      /^2(\d\d|XX)$/i.test(status) ? bodiesOf(response, ['responses', status]) : [],
    );
    return [...asked, ...answered].flatMap(({ media, path }) =>
      hasExample(media) ? [] : [{ path, message: 'no example' }],
    );
  }),
  'security-schemes': rule('$', (document) => {
    const components = isJsonObject(document) ? document.components : undefined;
    const schemes = fields(isJsonObject(components) ? components.securitySchemes : undefined);
    if (schemes.length === 0) return here(false, 'no security scheme');
    return schemes.flatMap(([name, scheme]) =>
      isJsonObject(scheme) && isText(scheme.description)
        ? []
        : [{ path: ['components', 'securitySchemes', name], message: 'no description' }],
    );
  }),
  'write-operations-secured': rule(WRITES, (operation, document) => {
    const security = (isJsonObject(operation) ? operation.security : undefined) ?? document.security;
    // An empty requirement in the list means: or nothing at all.
    const secured = Array.isArray(security) && security.length > 0 && security.every((one) => fields(one).length > 0);
    return here(secured, 'no security requirement');
  }),
};

function hasDescribedBody(response: Json): boolean {
  return fields(isJsonObject(response) ? response.content : undefined).some(
    ([, media]) => isJsonObject(media) && fields(media.schema).length > 0,
  );
}

function bodiesOf(holder: Json | undefined, path: string[]): { media: JsonObject; path: string[] }[] {
  return fields(isJsonObject(holder) ? holder.content : undefined).flatMap(([type, media]) =>
    /\bjson\b/i.test(type) && isJsonObject(media) ? [{ media, path: [...path, 'content', type] }] : [],
  );
}
