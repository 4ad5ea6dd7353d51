/** The learner's API, as tokens name it. */
export const AUDIENCE = 'https://library.example/api';
/** Another API of the same authorization server: its tokens must not be good at the library. */
export const OTHER_AUDIENCE = 'https://cinema.example';

/** Every scope in words, as the consent page says it. */
export const SCOPES: Record<string, string> = {
  'books:write': 'Add, change and remove books',
  'loans:read': 'See which books you have borrowed',
  'loans:write': 'Borrow and return books for you',
  'members:read': 'See who is a member of the library',
  'reports:read': "Read the library's reports",
};

export type User = { id: string; name: string; about: string; memberId?: number; roles: string[]; scopes: string[] };

const MEMBER = ['loans:read', 'loans:write'];
const LIBRARIAN = ['books:write', 'loans:read', 'loans:write', 'members:read', 'reports:read'];

/** Who may sign in. `scopes` are those that may be granted to them at all. */
export const USERS: User[] = [
  { id: 'ada', name: 'Ada', about: 'Member 1', memberId: 1, roles: ['member'], scopes: MEMBER },
  { id: 'ben', name: 'Ben', about: 'Member 2', memberId: 2, roles: ['member'], scopes: MEMBER },
  { id: 'grace', name: 'Grace', about: 'Librarian', roles: ['librarian'], scopes: LIBRARIAN },
];

/** A program for people: no secret, code with PKCE. */
export const APP = { id: 'library-app', name: 'Library app' };
/** A program without people: client credentials. Its secret is made when the server starts. */
export const REPORT = {
  id: 'nightly-report',
  name: 'Nightly report',
  scopes: ['reports:read', 'loans:read', 'members:read'],
};

/** Where the library app comes back to, on the authorization server's own origin. */
export const CALLBACK_PATH = '/app/callback';
/** Where it begins. */
export const START_PATH = '/app';
