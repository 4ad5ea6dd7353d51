/** The chapters of the docs, in the order in which a newcomer needs them. */
export const TAGS = [
  { name: 'Books', description: 'The catalogue. Everybody may read it, librarians keep it.' },
  { name: 'Members', description: 'Who may take books home. Members see themselves, librarians see all.' },
  { name: 'Loans', description: 'Who has which book, and until when. A loan that is returned stays, as history.' },
  { name: 'Programs', description: 'Keys and numbers for other programs of the city. No name of a member is in them.' },
];
