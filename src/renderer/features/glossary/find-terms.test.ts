import { expect, test } from 'vitest';
import { findTerms } from './find-terms.ts';

const terms = {
  jwt: { term: 'JSON Web Token (JWT)', text: 'Claims and a signature.', see: [] },
  'access-token': { term: 'Access token', text: 'What a client shows.', see: [] },
  claim: { term: 'Claim', text: 'One statement in a token.', see: [] },
};

test('without a word there are all, by name', () => {
  expect(findTerms(terms, ' ')).toEqual(['access-token', 'claim', 'jwt']);
});

test('names come before texts, and names that begin so before others', () => {
  expect(findTerms(terms, 'claim')).toEqual(['claim', 'jwt']);
  expect(findTerms(terms, 'TOKEN')).toEqual(['access-token', 'jwt', 'claim']);
});

test('every word must be there', () => {
  expect(findTerms(terms, 'token client')).toEqual(['access-token']);
  expect(findTerms(terms, 'nothing of it')).toEqual([]);
});
