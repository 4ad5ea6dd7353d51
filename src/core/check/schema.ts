import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Mismatch } from '../../contract/evidence.ts';
import type { Json } from '../../contract/ids.ts';
import { typeInWords, typeName } from '../json/json-type.ts';
import { showJson } from '../json/show-json.ts';
import { orList } from '../wording/list.ts';
import { JSON_FORMATS } from './json-format.ts';
import { safePattern } from './safe-pattern.ts';

/**
 * What of a JSON Schema (2020-12) does not hold for a value; `actual` undefined means there is no body.
 * A schema that cannot be compiled is itself the mismatch.
 */
export function judgeSchema(schema: Record<string, Json>, actual: Json | undefined, at: string): Mismatch[] {
  if (actual === undefined) return [{ at, expected: 'a JSON body', actual: 'nothing' }];
  try {
    const validate = validatorOf(schema);
    if (validate(actual)) return [];
    return (validate.errors ?? []).map((error) => mismatchOf(error, at)).slice(0, 20);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ at, expected: 'a JSON Schema that can be used', actual: detail }];
  }
}

/** Why a JSON Schema cannot be used, or null. */
export function schemaMistake(schema: Record<string, Json>): string | null {
  try {
    validatorOf(schema);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const validators = new WeakMap<Record<string, Json>, ValidateFunction>();

/** Compiled once for each schema object: a step may be repeated 200 times. Throws what Ajv throws. */
function validatorOf(schema: Record<string, Json>): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    verbose: true,
    logger: false,
    code: { regExp: safePattern },
  });
  for (const [name, test] of Object.entries(JSON_FORMATS)) ajv.addFormat(name, test);
  const validate = ajv.compile(schema);
  validators.set(schema, validate);
  return validate;
}

function mismatchOf(error: ErrorObject, at: string): Mismatch {
  const place = at + pointerToPath(error.instancePath);
  const data = error.data as Json | undefined;
  const params = error.params as Record<string, Json>;
  switch (error.keyword) {
    case 'required':
      return { at: `${place}.${String(params.missingProperty)}`, expected: 'a value', actual: 'nothing' };
    case 'additionalProperties':
      return { at: `${place}.${String(params.additionalProperty)}`, expected: 'nothing', actual: 'a value' };
    case 'type': {
      const types = Array.isArray(params.type) ? params.type : String(params.type).split(',');
      return { at: place, expected: typeInWords(types), actual: typeName(data) };
    }
    case 'enum':
      return {
        at: place,
        expected: orList((Array.isArray(params.allowedValues) ? params.allowedValues : []).map((one) => showJson(one))),
        actual: showJson(data),
      };
    default:
      return { at: place, expected: (error.message ?? error.keyword).replace(/^must /, ''), actual: showJson(data) };
  }
}

/** "/data/0/id" becomes ".data[0].id". */
function pointerToPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('');
}
