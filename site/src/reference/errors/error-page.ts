import { ErrorCode as Codes, ERRORS, type ErrorCode, RoutewrightError } from '../../../../src/contract/errors.ts';
import { type Area, areaOf } from './areas.ts';
import { exampleValues, PLACEHOLDERS } from './examples.ts';
import { MEANINGS } from './meanings.ts';

/** What the page of a code shows. */
export type ErrorPage = {
  code: ErrorCode;
  /** The last part of its address. */
  slug: string;
  area: Area;
  audience: (typeof ERRORS)[ErrorCode]['audience'];
  /** What it says, with names in braces in place of what differs each time; of a code that says nothing else, what it means. */
  message: string;
  /** The same in a list: with values in place of the names. */
  summary: string;
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
  const names = [
    ...new Set(Array.from(`${MEANINGS[code] ?? message} ${action}`.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)),
  ];
  return {
    code,
    slug: slugOf(code),
    area: areaOf(code),
    audience,
    message: MEANINGS[code] ?? message.replace(/(?<=[.:])(?=\{)/g, ' '),
    summary: ended(MEANINGS[code] ?? example.message),
    action,
    placeholders: names.map((name) => ({ name, about: PLACEHOLDERS[name]?.about ?? '' })),
    example: { message: example.message, action: example.action },
    related: related(code),
  };
}

/** A sentence with its full stop, also where it ends with the words of a tool. */
const ended = (sentence: string): string => (/[.:!?]$/.test(sentence) ? sentence : `${sentence}.`);

function related(code: ErrorCode): ErrorCode[] {
  const words = new Set(code.split('_'));
  const inCommon = (other: ErrorCode) => other.split('_').filter((word) => words.has(word)).length;
  return CODES.filter((other) => other !== code && areaOf(other) === areaOf(code))
    .sort((a, b) => inCommon(b) - inCommon(a))
    .slice(0, 6);
}
