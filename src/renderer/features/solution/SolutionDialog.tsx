/** The solution beside the learner's files, as a diff. Shows itself while the store says so. */
export function SolutionDialog() {
  return null;
}
