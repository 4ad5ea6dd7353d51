import { z } from 'zod';
import { ReceivedResponse, SentRequest } from './evidence.ts';
import { Id } from './ids.ts';

/** The attacks that a check may name, with what they are called and where they are described. */
export const ATTACKS = {
  'no-authentication': { title: 'Without a key', source: 'OWASP API2:2023 Broken Authentication' },
  'stolen-database': { title: 'A copy of your database', source: 'OWASP API2:2023 Broken Authentication' },
  'alg-none': { title: 'A token that nobody signed', source: 'RFC 8725, section 2.1' },
  'key-confusion': { title: 'A token signed with the public key', source: 'RFC 8725, section 2.1' },
  'foreign-token': { title: 'A token signed by somebody else', source: 'RFC 8725, section 3.3' },
  'expired-token': { title: 'A token from yesterday', source: 'RFC 7519, section 4.1.4' },
  'wrong-audience': { title: 'A token meant for another API', source: 'RFC 9700, section 4.10' },
  'missing-scope': {
    title: 'A token for something else',
    source: 'OWASP API5:2023 Broken Function Level Authorization',
  },
  'missing-role': {
    title: "A member at the librarian's desk",
    source: 'OWASP API5:2023 Broken Function Level Authorization',
  },
  'other-users-object': { title: "Somebody else's loan", source: 'OWASP API1:2023 Broken Object Level Authorization' },
  'mass-assignment': {
    title: 'A field too many',
    source: 'OWASP API3:2023 Broken Object Property Level Authorization',
  },
  'data-leak': {
    title: 'Reading what is not shown',
    source: 'OWASP API3:2023 Broken Object Property Level Authorization',
  },
  injection: { title: 'SQL in a search box', source: 'OWASP ASVS 5.0, 1.2.4' },
  'prototype-pollution': { title: 'A key called __proto__', source: 'CWE-1321' },
  'oversized-body': { title: 'A very large body', source: 'OWASP API4:2023 Unrestricted Resource Consumption' },
  'deep-body': { title: 'A very deep body', source: 'OWASP API4:2023 Unrestricted Resource Consumption' },
  'brute-force': {
    title: 'Every key, one after the other',
    source: 'OWASP API4:2023 Unrestricted Resource Consumption',
  },
  'plain-http': { title: 'Listening on the wire', source: 'RFC 9325' },
  'hostile-origin': { title: 'A page that you did not write', source: 'OWASP API8:2023 Security Misconfiguration' },
  'stored-script': { title: 'A script in a title', source: 'OWASP ASVS 5.0, 1.2.1' },
  misconfiguration: { title: 'What the headers give away', source: 'OWASP API8:2023 Security Misconfiguration' },
} as const satisfies Record<string, { title: string; source: string }>;

const names = Object.keys(ATTACKS) as [AttackName, ...AttackName[]];
export type AttackName = keyof typeof ATTACKS;
export const AttackName = z.enum(names);

/** One attack, run against a copy of the learner's API. */
export const AttackReport = z.strictObject({
  checkId: Id,
  /** `succeeded`: the attacker got through. `stopped`: the API held. `error`: there was nothing to attack. */
  outcome: z.enum(['succeeded', 'stopped', 'error']),
  /** What the attacker has now, or what stopped it: one or two sentences. */
  gain: z.string(),
  exchanges: z
    .array(
      z.strictObject({
        label: z.string().optional(),
        request: SentRequest,
        response: ReceivedResponse.optional(),
        /** How many times it was sent; `response` is the last answer. */
        times: z.number().int().default(1),
        /** True for the exchange that shows that the attacker got through. */
        decisive: z.boolean().default(false),
      }),
    )
    .max(40),
});
export type AttackReport = z.infer<typeof AttackReport>;
