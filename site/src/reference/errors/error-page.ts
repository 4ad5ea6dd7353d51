import { ErrorCode as Codes, ERRORS, type ErrorCode, RoutewrightError } from '../../../../src/contract/errors.ts';
import { type Area, areaOf } from './areas.ts';
import { exampleValues, PLACEHOLDERS } from './examples.ts';

/** What the page of a code shows. */
export type ErrorPage = {
  code: ErrorCode;
  /** The last part of its address. */
  slug: string;
  area: Area;
  audience: (typeof ERRORS)[ErrorCode]['audience'];
  message: string;
  action: string;
  /** The names in braces of both sentences, in order, and what stands in their place. */
  placeholders: { name: string; about: string }[];
  example: { message: string; action: string };
  /** Others of its area, those whose names have most in common first. */
  related: ErrorCode[];
};

/** Every code, in the order of the table. */
export const CODES: readonly ErrorCode[] = Codes.options;

/** `RW_COURSE_SCHEMA` has its page at errors/rw_course_schema/. */
export const slugOf = (code: ErrorCode): string => code.toLowerCase();

export function errorPage(code: ErrorCode): ErrorPage {
  const { audience, message, action } = ERRORS[code];
  const example = new RoutewrightError(code, exampleValues(code));
  const names = [...new Set(Array.from(`${message} ${action}`.matchAll(/\{(\w+)\}/g), ([, name = '']) => name))];
  return {
    code,
    slug: slugOf(code),
    area: areaOf(code),
    audience,
    message,
    action,
    placeholders: names.map((name) => ({ name, about: PLACEHOLDERS[name]?.about ?? '' })),
    example: { message: example.message, action: example.action },
    related: related(code),
  };
}

function related(code: ErrorCode): ErrorCode[] {
  const words = new Set(code.split('_'));
  const inCommon = (other: ErrorCode) => other.split('_').filter((word) => words.has(word)).length;
  return CODES.filter((other) => other !== code && areaOf(other) === areaOf(code))
    .sort((a, b) => inCommon(b) - inCommon(a))
    .slice(0, 6);
}
