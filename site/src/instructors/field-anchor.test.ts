import { expect, test } from 'vitest';
import { fieldAnchor, fieldPlace } from './field-anchor.ts';

test('an anchor is the way to the field, in small letters', () => {
  expect(fieldAnchor(['checks', 'http', 'steps', 'request', 'rawBody'])).toBe('checks-http-steps-request-raw-body');
  expect(fieldAnchor(['schemaVersion'])).toBe('schema-version');
});

test('a place is the page of the file, and the anchor on it', () => {
  expect(fieldPlace('quiz', ['questions', 'answers', 'because'])).toBe(
    'instructors/files/quiz/#questions-answers-because',
  );
});
