/**
 * The one line by which the server says on stdout that it serves. The desktop shell, `npm start` and the end-to-end
 * tests wait for it; the first group is the URL with the one-time token.
 */
export const READY_LINE = /^Workbench ready at (http:\/\/127\.0\.0\.1:\d+\/\S*)$/;
